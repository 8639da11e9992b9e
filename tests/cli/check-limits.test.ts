import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memcon, traceIn } from '../command.js';
import { holding } from './holding.js';

const tei = (body: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>${body}</div></body></text></TEI>`;
const times = <T>(n: number, one: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => one(i));

/** So many of one fault that what is quadratic in them would not end within the time that a test has. */
const MANY = 20_000;

async function check(content: string | Uint8Array, more: string[] = []) {
  const ran = await memcon(['check', 'a.xml', '--format', 'jing', ...more], holding({ 'a.xml': content }));
  expect(traceIn(ran)).toBeUndefined();
  expect(ran.stdout).not.toContain('program-is-sound');
  return { ...ran, lines: ran.stdout.split('\n').filter(Boolean) };
}

describe('a file that nobody can read', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['an empty one', '', /^a\.xml: fatal: The file is empty\./],
    ['one of white space', ' \n\t\n', /^a\.xml: fatal: The file is empty\./],
    [
      'one in UTF-16, low byte first',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(tei('x'), 'utf16le')]),
      /^a\.xml:1:1: error: .*byte FF .*UTF-16.*\[text-is-utf-8\]/,
    ],
    [
      'one in UTF-16, high byte first',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(tei('x'), 'utf16le').swap16()]),
      /^a\.xml:1:1: error: .*byte FE .*UTF-16.*\[text-is-utf-8\]/,
    ],
    ['one in UTF-16 without a mark', Buffer.from(tei('x'), 'utf16le'), /^a\.xml:1:2: error: .*U\+0000 \(NUL\)/],
    [
      'one in another encoding',
      Buffer.from(tei('\xe9'), 'latin1'),
      /^a\.xml:1:\d+: error: The file is not UTF-8: byte E9/,
    ],
    [
      'one that names another encoding',
      `<?xml version="1.0" encoding="ISO-8859-1"?>\n${tei('é')}`,
      /^a\.xml:1:31: error: .*“ISO-8859-1”.*Write encoding="UTF-8"/,
    ],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]),
      /^a\.xml:1:1: error: The file is not UTF-8: byte 89/,
    ],
    [
      'one with a control character',
      tei('\u0007'),
      /^a\.xml:1:\d+: error: The character U\+0007 is not allowed in XML/,
    ],
    ['words', 'Dear Mr. Chairman:', /^a\.xml:1:\d+: fatal: Words stand outside the root of the file/],
  ])('%s is told by one message', async (_, content, says) => {
    const { status, lines } = await check(content);
    expect(lines).toEqual([expect.stringMatching(says)]);
    expect(status).toBe(1);
  });

  it('nothing is said of an encoding that comes to the same', async () => {
    const { stdout } = await check(`<?xml version="1.0" encoding="ISO-8859-1"?>\n${tei('e')}`);
    expect(stdout).not.toContain('text-is-utf-8');
    expect((await check(`\uFEFF<?xml version="1.0" encoding="utf-8"?>\n${tei('é')}`)).stdout).not.toContain(
      'text-is-utf-8',
    );
  });
});

describe('entities', () => {
  const bomb = times(9, (i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('\n');

  it.each([
    ['a billion laughs', `<!DOCTYPE TEI [<!ENTITY e0 "ha">\n${bomb}]>\n${tei('&e9;')}`],
    ['a file from elsewhere', `<!DOCTYPE TEI [<!ENTITY x SYSTEM "/etc/hostname">]>\n${tei('&x;')}`],
    ['a DTD from elsewhere', `<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/tei.dtd">\n${tei('x')}`],
  ])('%s: the declaration is refused', async (_, xml) => {
    const { lines } = await check(xml);
    expect(lines).toEqual([
      expect.stringMatching(/^a\.xml:1:1: fatal: .*document type declaration.*\[xml-has-no-dtd\]$/),
    ]);
  });

  it('other than the five are refused, with what to write', async () => {
    const { lines } = await check(tei('caf&eacute;'));
    expect(lines).toEqual([expect.stringMatching(/&eacute;.*\[xml-is-well-formed\]$/)]);
    expect((await check(tei('&lt;&gt;&amp;&quot;&apos;&#233;'))).stdout).not.toContain('fatal');
  });
});

describe('a file beyond measure', () => {
  it('of 1 GB is refused by its size, unread', async () => {
    const folder = holding({});
    const file = openSync(join(folder, 'a.xml'), 'w');
    ftruncateSync(file, 2 ** 30);
    closeSync(file);
    const { stdout } = await memcon(['check', 'a.xml', '--format', 'jing'], folder, {
      env: { NODE_OPTIONS: '--max-old-space-size=256' },
    });
    expect(stdout).toMatch(/^a\.xml: fatal: The file has 1,073,741,824 bytes or more; up to [\d,]+ are read\./);
  });

  it.each([200, 201, 300, 100_000])('nested %d deep', async (depth) => {
    const { lines } = await check('<a>'.repeat(depth) + '</a>'.repeat(depth));
    const tooDeep = lines.filter((line) => line.includes('nested more than 200 deep'));
    expect(tooDeep).toHaveLength(depth > 200 ? 1 : 0);
    if (depth > 200) expect(lines).toEqual([expect.stringMatching(/^a\.xml:1:601: fatal: /)]);
  });

  it.each<[string, string, RegExp]>([
    [
      '100,000 attributes',
      tei(`<p ${times(100_000, (i) => `a${i}=""`).join(' ')}>x</p>`),
      /^a\.xml:1:\d+: fatal: An element has more than 1000 attributes/,
    ],
    [
      '100,000 namespaces',
      tei(`<p ${times(100_000, (i) => `xmlns:a${i}="urn:${i}"`).join(' ')}>x</p>`),
      /more than 1000 attributes/,
    ],
    ['an attribute of 10 MB', tei(`<p nn="${'x'.repeat(1e7)}">x</p>`), /@nn/],
    ['a text of 10 MB', tei('x'.repeat(1e7)), /may not hold text of its own/],
    ['a comment of 10 MB', tei(`<!--${'x'.repeat(1e7)}-->`), /teiHeader/],
  ])('%s', async (_, xml, says) => {
    const { status, stdout } = await check(xml);
    expect(status).toBe(1);
    expect(stdout).toMatch(says);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(1000);
  });
});

describe('messages beyond a hundred', () => {
  const notListed = (lines: readonly string[]) => lines.filter((line) => line.endsWith('[findings-are-all-listed]'));

  it.each<[string, string, string, string]>([
    ['wrong elements', 'grammar-holds', tei('<foo/>\n'.repeat(MANY)), 'At least 1 more message'],
    ['wrong attributes', 'grammar-holds', tei('<p foo="">x</p>\n'.repeat(MANY)), 'At least 1 more message'],
    [
      'references that do not arrive',
      'reference-resolves',
      tei(Array.from({ length: MANY }, (_, i) => `<p corresp="#x${i}">x</p>`).join('')),
      '19,900 more messages',
    ],
    ['ids given twice', 'id-is-unique', tei('<p xml:id="a">x</p>'.repeat(MANY)), '19,899 more messages'],
  ])('%s by the thousand: a hundred are listed, and that there are more', async (_, rule, xml, says) => {
    const { status, lines } = await check(xml);
    expect(status).toBe(1);
    expect(lines.filter((line) => line.endsWith(`[${rule}]`))).toHaveLength(100);
    expect(notListed(lines).filter((line) => line.includes(` of ${rule} `))).toEqual([
      expect.stringContaining(`a.xml: warning: ${says} of ${rule} about this file `),
    ]);
  });

  it.each([100, 101])('%d are counted exactly', async (n) => {
    const folder = holding({
      'a.xml': `<list>${'<itm/>'.repeat(n)}</list>`,
      's.rng': '<element name="list" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>',
    });
    const { stdout } = await memcon(['check', 'a.xml', '--schema', 's.rng', '--format', 'jing'], folder);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line) => line.endsWith('[grammar-holds]'))).toHaveLength(100);
    expect(notListed(lines)).toEqual(n > 100 ? [expect.stringContaining(': 1 more message of grammar-holds')] : []);
  });
});
