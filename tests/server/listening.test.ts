import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyFolder, memcon, traceIn } from '../command.js';
import { inRepository } from '../repository.js';
import { get, raw, serving } from './previewing.js';

const folder = emptyFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const MEMO = inRepository('tests/fixtures/talks/women-and-couples/transcription.md');

describe('memcon serve', () => {
  it('says that a port is taken: address-is-free', async () => {
    const first = await serving([MEMO], folder);
    const second = await memcon(['serve', MEMO, '--port', String(first.port)], folder);
    expect(second.status).toBe(2);
    expect(second.stderr).toContain(`Port ${first.port} of localhost is taken by another program`);
    expect(second.stderr).toContain('[address-is-free]');
    expect(traceIn(second)).toBeUndefined();
    await first.stop();
  });

  it('warns when others may reach it: preview-stays-on-this-machine', async () => {
    const preview = await serving([MEMO, '--host', '0.0.0.0'], folder);
    expect(preview.said()).toContain('[preview-stays-on-this-machine]');
    expect((await get(preview.port, '/')).status).toBe(200);
    const { status } = await raw(preview.port, 'GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n');
    expect(status).toBe(421);
    await preview.stop();
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends at %s, also while pages are open', async (signal) => {
    const preview = await serving([MEMO], folder);
    const open = raw(preview.port, 'GET /.memcon/events HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await preview.stop(signal)).toBe(0);
    expect((await open).headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(preview.said()).not.toMatch(/preview-stays|error/);
  });

  it.each([
    [['serve', join(folder, 'nothing')], 1, '[file-is-found]'],
    [['serve', MEMO, '--port', '70000'], 2, 'Write a number from 0 to 65535.'],
    [['serve', MEMO, '--port', '-1'], 2, 'Write a number from 0 to 65535.'],
    [['serve', MEMO, '--host', '192.0.2.1'], 2, 'is no address of this machine'],
  ])('%j is refused', async (args, status, words) => {
    const run = await memcon(args, folder);
    expect(run.status).toBe(status);
    expect(run.stderr).toContain(words);
    expect(traceIn(run)).toBeUndefined();
  });
});
