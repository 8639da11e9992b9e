import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.js';
import { publish } from '../../src/publication/views.js';
import { buildText, context } from '../building.js';
import { epubcheck, inRepository, readText, skipped } from '../repository.js';
import { xpathOf } from '../xpath.js';

const NAME = '1963-01-10-rusk-kuznetsov';
const flagship = readText(`output/${NAME}/${NAME}.xml`);
const everyMark = buildText(readFileSync(inRepository('tests/fixtures/pages/every-kind-of-mark.md'), 'utf8')).tei!;
const letter = buildText('Dear Mr. Chairman:\n\nI thank you for your letter.\n\nSincerely,\nDean Rusk\n').tei!;
const hostile = buildText('Memorandum of Conversation\n\nHe said <b>alert(1)</b> & "so" ]]> at length.\n').tei!;
const BOOKS = Object.entries({
  flagship,
  'every kind of mark': everyMark,
  'a letter': letter,
  'signs of XML': hostile,
});

interface Published {
  page: string;
  book: Uint8Array;
}

/** Each book is made once, but for the test that makes it again. */
const made = new Map<string, Promise<Published>>();
function published(tei: string, address?: string, day?: string): Promise<Published> {
  const key = JSON.stringify([tei, address, day]);
  const known = made.get(key) ?? publishedAnew(tei, address, day);
  made.set(key, known);
  return known;
}

async function publishedAnew(tei: string, address?: string, day?: string): Promise<Published> {
  const reported: Message[] = [];
  const files = await publish(
    [{ name: 'memo', tei }],
    { title: 'Memoranda', layout: 'workspace', ...(address !== undefined && { address }) },
    { ...context, report: (found) => reported.push(found), ...(day !== undefined && { date: day }) },
    { epub: true },
  );
  expect(reported).toEqual([]);
  return { page: String(files.get('memo/index.html')), book: files.get('memo/memo.epub') as Uint8Array };
}

const documentsIn = (book: Uint8Array): Map<string, string> =>
  new Map(
    Object.entries(unzipSync(book)).map(([path, bytes]): [string, string] => [
      path.replace(/^EPUB\//, ''),
      strFromU8(bytes),
    ]),
  );
const bookOf = async (tei: string, address?: string, day?: string) =>
  documentsIn((await published(tei, address, day)).book);
const inBook = (tei: string) =>
  bookOf(tei).then(async (files) => {
    const ask = new Map<string, (expression: string) => string[]>();
    for (const [path, text] of files) if (/\.(?:xhtml|opf|xml)$/.test(path)) ask.set(path, await xpathOf(text));
    return { files, ask: (path: string, expression: string): string[] => ask.get(path)!(expression) };
  });
const pagesOf = (files: ReadonlyMap<string, string>) => [...files.keys()].filter((path) => path.endsWith('.xhtml'));

describe.each(BOOKS)('the e-book of %s', (_, tei) => {
  // Parsed by a reader that takes well-formed XML only.
  const reading = inBook(tei);

  it('has its type first and not compressed (OCF, section 4.2)', async () => {
    const { book } = await published(tei);
    const head = Buffer.from(book.subarray(0, 58)).toString('latin1');
    expect(head.slice(30)).toBe('mimetypeapplication/epub+zip');
    expect(head.charCodeAt(8), 'method of compression').toBe(0);
    expect(head.charCodeAt(28), 'extra field').toBe(0);
  });

  it('lists every file once, and nothing that is not there', async () => {
    const { files, ask } = await reading;
    const listed = ask('package.opf', '//*:manifest/*:item/@href');
    const held = [...files.keys()].filter((path) => !/^(?:mimetype|META-INF|package\.opf)/.test(path));
    expect([...listed].sort()).toEqual(held.sort());
    expect(ask('META-INF/container.xml', '//*:rootfile/@full-path')).toEqual(['EPUB/package.opf']);
    const ids = ask('package.opf', '//*:manifest/*:item/@id');
    expect(ask('package.opf', '//*:spine/*:itemref/@idref').filter((id) => !ids.includes(id))).toEqual([]);
    expect(ask('package.opf', '//*:item[@properties = "nav"]/@href')).toEqual(['nav.xhtml']);
    expect(ask('package.opf', '//*:identifier[@id = /*/@unique-identifier]')).toHaveLength(1);
  });

  it('has no link that leads nowhere and no anchor twice', async () => {
    const { files, ask } = await reading;
    const anchors = new Map(pagesOf(files).map((path) => [path, ask(path, '//@id')]));
    for (const [path, ids] of anchors) expect(new Set(ids).size, path).toBe(ids.length);
    const dead = [...anchors.keys()].flatMap((path) =>
      ask(path, '//*:a/@href')
        .filter((href) => !/^https?:/.test(href))
        .filter((href) => {
          const [file = '', id] = href.split('#');
          const ids = anchors.get(file === '' ? path : file);
          return !ids || (id !== undefined && !ids.includes(id));
        })
        .map((href) => `${path}: ${href}`),
    );
    expect(dead).toEqual([]);
  });

  it('has notes that are led to and lead back', async () => {
    const { files, ask } = await reading;
    const signs = pagesOf(files).flatMap((path) => ask(path, '//*:a[@role = "doc-noteref"]/@href'));
    const notes = files.has('notes.xhtml') ? ask('notes.xhtml', '//*:aside[@role = "doc-footnote"]/@id') : [];
    expect([...new Set(signs.map((href) => href.replace(/^.*#/, '')))].sort()).toEqual([...notes].sort());
    if (notes.length > 0) {
      const back = ask('notes.xhtml', '//*:aside/(.//*:a[@role = "doc-backlink"])[1]/@href');
      expect(back).toHaveLength(notes.length);
    }
  });

  it('leads to every part in the order of reading, and to every page of the paper', async () => {
    const { ask } = await reading;
    const contents = ask('nav.xhtml', '//*:nav[@role = "doc-toc"]/*:ol/*:li/*:a/@href');
    const spine = ask(
      'package.opf',
      'for $ref in //*:itemref/@idref return //*:item[@id = $ref][not(@properties)]/@href',
    );
    expect(contents).toEqual(spine);
    const pages = (await xpathOf(tei))('//text//pb/@xml:id');
    expect(ask('nav.xhtml', '//*:nav[@role = "doc-pagelist"]//*:a/replace(@href, "^.*#", "")')).toEqual(pages);
  });

  it('holds the reading text, paragraph by paragraph', async () => {
    const { ask } = await reading;
    const aside = 'ancestor::fw or ancestor::note or ancestor::rdg or ancestor::orig or ancestor::expan';
    const read = (await xpathOf(tei))(
      `//body//(p | ab)[@xml:id] ! (@xml:id || ' ' || string-join(.//text()[not(${aside} or parent::pc[@force = 'weak'] or ancestor::sic[parent::choice])]))`,
    );
    // The typist's own mark of a footnote belongs to the text.
    const added = ['number', 'speaker', 'page', 'doubt', 'vh'].map((name) => `contains-token(@class, '${name}')`);
    const shown = ask(
      'talk.xhtml',
      `//*[self::*:p or self::*:h3][@id] ! (@id || ' ' || string-join(.//text()[not(ancestor::*[${added.join(' or ')} or (contains-token(@class, 'mark') and not(contains-token(@class, 'footnote-mark')))])]))`,
    );
    // The number of a paragraph stands before the turn; brackets around what is hard to read are the edition's.
    const letters = (text: string) => text.replace(/\[(?=[^\]]*\?\])|\?\]|\s+/g, '');
    const inTalk = new Set(shown.map((text) => text.split(' ')[0]));
    expect(shown.map(letters)).toEqual(read.filter((text) => inTalk.has(text.split(' ')[0])).map(letters));
    expect(shown.length).toBeGreaterThan(0);
  });
});

describe('the e-book', () => {
  it('says in its notes what was transcribed where a reading is mended, heads and feet too', async () => {
    const { ask } = await inBook(flagship);
    const mended = (await xpathOf(flagship))(
      '//text//(app/rdg[tokenize(@wit) = "#ocr"] | choice/sic)/normalize-space(.)',
    );
    expect(mended.length).toBeGreaterThan(20);
    const noted = ask('notes.xhtml', '//*:aside//*[contains-token(@class, "was")]');
    expect([...noted].sort()).toEqual([...mended].sort());
  });

  it('tells handwriting and stamps apart, in words', async () => {
    const { ask } = await inBook(flagship);
    const edition = await xpathOf(flagship);
    expect(ask('paper.xhtml', '//*:li[*:span[@class = "stamp"]]/*:span[1]')).toEqual(
      edition('//text//fw[@type = "stamp"]').map(() => 'Stamp: '),
    );
    const hands = edition('//text//note[@type = "annotation"]/@xml:id');
    const head = ask('head.xhtml', '//*:section[*:h2 = "Handwriting"]//*:li/@id');
    const talk = ask('notes.xhtml', '//*:aside[.//*:b = "Handwriting:"]/@id');
    expect([...head, ...talk].sort()).toEqual([...hands].sort());
  });

  it('describes itself, with the day of the edition and an identifier that stays', async () => {
    const { ask, files } = await inBook(flagship);
    const dc = (name: string) => ask('package.opf', `//*:metadata/*:${name}`);
    expect(dc('title')).toEqual(['Memorandum of Conversation: U.S.-Soviet Relations, 10 January 1963']);
    expect(dc('creator')).toEqual(['John C. Guthrie']);
    expect(dc('source')).toEqual(['Department of State, Central Files, 611.61/1-1063']);
    expect(ask('package.opf', '//*:meta[@property = "dcterms:modified"]')).toEqual(['2026-11-23T00:00:00Z']);
    expect(dc('identifier')[0]).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const next = await bookOf(flagship.replace('<edition n="1.0.0">', '<edition n="1.0.1">'));
    expect(next.get('package.opf')).not.toContain(dc('identifier')[0]);
    expect([...files.values()].join('')).not.toMatch(/href="(?:index|diplomatic|errata)\.html/);
  });

  it('has the address of the edition where there is one, and leads there', async () => {
    const files = await bookOf(flagship, 'https://example.org/memoranda');
    expect(files.get('package.opf')).toContain('>https://example.org/memoranda/memo/</dc:identifier>');
    expect(files.get('about.xhtml')).toContain('href="https://example.org/memoranda/memo/index.html"');
  });

  it('takes the day of the run where the edition has none, and never the clock', async () => {
    const modified = (files: Map<string, string>) => /modified">([^<]*)/.exec(files.get('package.opf')!)?.[1];
    expect(modified(await bookOf(letter, undefined, '2020-02-03'))).toBe('2020-02-03T00:00:00Z');
    expect(modified(await bookOf(letter))).toBe('1970-01-01T00:00:00Z');
  });

  it('is the same bytes for the same edition, whatever the time zone', async () => {
    const zone = process.env.TZ;
    const one = (await published(flagship)).book;
    try {
      process.env.TZ = 'Pacific/Kiritimati';
      expect(Buffer.from((await publishedAnew(flagship)).book).equals(Buffer.from(one))).toBe(true);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(one.length).toBeLessThan(300_000);
  });

  it('is linked from the page only where it was made', async () => {
    expect((await published(flagship)).page).toMatch(
      /<link rel="alternate" type="application\/epub\+zip"[^>]*href="memo\.epub"/,
    );
    const without = await publish([{ name: 'memo', tei: flagship }], { title: 'M', layout: 'workspace' }, context);
    expect([...without.keys()].filter((path) => path.endsWith('.epub'))).toEqual([]);
    expect(String(without.get('memo/index.html'))).not.toContain('.epub');
  });
});

const noCheck = skipped(epubcheck, 'e-books by epubcheck', 'Install it (Debian: apt-get install epubcheck).');
describe.skipIf(noCheck)('epubcheck', () => {
  const folder = mkdtempSync(join(tmpdir(), 'memcon-epub-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const check = (book: Uint8Array) => {
    const path = join(folder, 'book.epub');
    writeFileSync(path, book);
    const isArchive = readFileSync(epubcheck!).subarray(0, 2).toString() === 'PK';
    const args = ['--quiet', '--failonwarnings', path];
    const ran = spawnSync(isArchive ? 'java' : epubcheck!, isArchive ? ['-jar', epubcheck!, ...args] : args, {
      encoding: 'utf8',
    });
    return { status: ran.status, said: `${ran.stdout}${ran.stderr}`.replace(/^.*(?:completed|^$).*\n?/gm, '').trim() };
  };

  it.each(BOOKS)('finds nothing in the e-book of %s', { timeout: 60_000 }, async (_, tei) => {
    expect(check((await published(tei)).book)).toEqual({ status: 0, said: '' });
  });

  it('finds what is wrong', { timeout: 60_000 }, async () => {
    const { book } = await published(letter);
    // Of the same length, so that the archive still fits; the check sum does not.
    const broken = Buffer.from(book);
    broken.write('EBUP', broken.indexOf('epub+zip'), 'latin1');
    expect(check(broken).status).not.toBe(0);
  });
});
