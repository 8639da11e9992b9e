import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rangeOf } from '../../src/server/ranges.js';
import { emptyFolder } from '../command.js';
import { inRepository } from '../repository.js';
import { get, type Preview, raw, serving } from './previewing.js';

const NAME = '1963-01-10-rusk-kuznetsov';
const folder = emptyFolder();
let preview: Preview;
let images: Preview;
beforeAll(async () => {
  preview = await serving([inRepository('editions'), '--out', join(folder, 'out')], folder);
  images = await serving([inRepository('tests/fixtures/sources/typed-page')], folder);
});
afterAll(async () => {
  await preview?.stop();
  await images?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('an answer', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    [`/${NAME}/`, 'text/html; charset=utf-8'],
    [`/${NAME}/${NAME}.xml`, 'application/xml; charset=utf-8'],
    [`/${NAME}/${NAME}.conversation.json`, 'application/json; charset=utf-8'],
    ['/assets/edition.css', 'text/css; charset=utf-8'],
    ['/assets/fonts/eb-garamond-latin-400-normal.woff2', 'font/woff2'],
    ['/schema/memcon.rng', 'application/xml; charset=utf-8'],
    ['/.memcon/preview.js', 'text/javascript; charset=utf-8'],
  ])('to %s has its type, and says what a browser may do with it', async (path, type) => {
    const { status, headers } = await get(preview.port, path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  it('comes on both addresses of loopback, and on no other', async () => {
    expect((await raw(preview.port, 'GET / HTTP/1.1\r\nHost: [::1]\r\nConnection: close\r\n\r\n', '::1')).status).toBe(
      200,
    );
    const { networkInterfaces } = await import('node:os');
    const others = Object.values(networkInterfaces()).flatMap((all) =>
      (all ?? []).filter(({ internal, family }) => !internal && family === 'IPv4'),
    );
    for (const { address } of others) {
      await expect(raw(preview.port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', address)).rejects.toThrow(
        /ECONNREFUSED/,
      );
    }
  });

  it('is not sent again to who has it', async () => {
    const { headers, body } = await get(preview.port, '/assets/edition.css');
    expect(body.length).toBeGreaterThan(10_000);
    const again = await get(preview.port, '/assets/edition.css', `If-None-Match: "other", ${headers.etag}\r\n`);
    expect(again.status).toBe(304);
    expect(again.body).toBe('');
    expect(again.headers.etag).toBe(headers.etag);
    expect((await get(preview.port, '/assets/edition.css', 'If-None-Match: "other"\r\n')).status).toBe(200);
  });

  it('to HEAD is the head alone', async () => {
    const whole = await get(preview.port, '/assets/edition.css');
    const head = await raw(
      preview.port,
      'HEAD /assets/edition.css HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    );
    expect(head.body).toBe('');
    expect(head.headers['content-length']).toBe(String(whole.body.length));
    expect(head.headers.etag).toBe(whole.headers.etag);
  });

  it('leads from a folder to its page', async () => {
    const { status, headers } = await get(preview.port, `/${NAME}?a=b`);
    expect([status, headers.location]).toEqual([301, `/${NAME}/?a=b`]);
  });

  it('to what does not exist names what does', async () => {
    const { status, headers, body } = await get(preview.port, `/${NAME}/<script>alert(1)</script>.html`);
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain(`href="/${NAME}/diplomatic.html"`);
    expect(body).not.toContain('<script>alert');
  });

  it('for a bare transcription lists its pages', async () => {
    const { body } = await get(images.port, '/');
    expect(body).toContain('href="/typed-page/typed-page.html"');
  });

  it('of an image may be a part of it', async () => {
    const path = '/typed-page/images/page-1.png';
    const whole = await get(images.port, path);
    expect(whole.headers['content-type']).toMatch(/^image\//);
    const part = await get(images.port, path, 'Range: bytes=1-7\r\n');
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 1-7/${whole.headers['content-length']}`);
    expect(part.body).toBe(whole.body.slice(1, 8));
    expect((await get(images.port, path, 'Range: bytes=99999999-\r\n')).status).toBe(416);
    expect((await get(images.port, path, 'Range: bytes=1-7\r\nIf-Range: "other"\r\n')).status).toBe(200);
  });

  it('holds what --out has written, but for what the preview adds', async () => {
    const path = join(folder, 'out', NAME, 'index.html');
    const written = readFileSync(path, 'utf8');
    expect(written).not.toMatch(/memcon\/preview|<script[^>]*preview/);
    const { body } = await get(preview.port, `/${NAME}/`);
    const served = Buffer.from(body, 'latin1').toString('utf8');
    expect(served.replace(/<link rel="stylesheet" href="\/\.memcon[^>]*><script[^>]*><\/script>/, '')).toBe(written);
  });
});

describe('a range of bytes', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 1 }],
    ['bytes=2-', { start: 2, end: 10 }],
    ['bytes=2-99', { start: 2, end: 10 }],
    ['bytes=-3', { start: 7, end: 10 }],
    ['bytes=-99', { start: 0, end: 10 }],
    ['bytes=10-', 'none such'],
    ['bytes=-0', 'none such'],
    ['bytes=5-2', undefined],
    ['bytes=0-1,3-4', undefined],
    ['bytes=-', undefined],
    ['lines=1-2', undefined],
    ['bytes=1e9-', undefined],
    [undefined, undefined],
  ])('%s', (header, expected) => expect(rangeOf(header, 10)).toEqual(expected));
});
