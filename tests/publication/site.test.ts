import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, sitePages } from '../../src/publication/site.js';
import { context } from '../building.js';
import { emptyFolder, memcon } from '../command.js';
import { inRepository, readText } from '../repository.js';
import { builtWorkspace, deadLinks, FLAGSHIP, pagesBelow } from '../workspace.js';
import { xpathOf } from '../xpath.js';

const { folder, output, names } = builtWorkspace();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const pages = pagesBelow(output);
const page = (path: string): string => pages.get(path) ?? '';
const teiOf = (name: string) => readFileSync(join(output, name, `${name}.xml`), 'utf8');

/** What a reader sees of HTML, white space evened. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
const rowsOf = (html: string): string[][] =>
  [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf(cell)),
  );
const KINDS = { person: 'people', org: 'organisations', place: 'places', event: 'events' } as const;

describe('the site of a workspace', () => {
  const ask = new Map<string, (expression: string) => string[]>();
  beforeAll(async () => {
    for (const name of names) ask.set(name, await xpathOf(teiOf(name)));
  });
  const asked = (expression: string): string[] => names.flatMap((name) => ask.get(name)!(expression));

  it('has no link that arrives nowhere', () => {
    expect(pages.size).toBeGreaterThan(100);
    expect(deadLinks(pages, (path) => existsSync(join(output, path)))).toEqual([]);
  });

  it('has each edition once in each of its lists, and the lists in their orders', () => {
    for (const list of ['index', 'by-place', 'by-subject', 'by-people', 'by-length']) {
      const links = [...page(`${list}.html`).matchAll(/<th scope="row"[^>]*><a href="([^"]+)\/index\.html"/g)];
      expect(links.map(([, name]) => name).sort(), list).toEqual([...names].sort());
    }
    const days = [...page('index.html').matchAll(/<time datetime="([^"]+)"/g)].map(([, day]) => day!);
    expect(days).toEqual([...days].sort());
    const words = rowsOf(page('by-length.html'))
      .slice(1)
      .map((row) => Number(row[5]!.replace(',', '')));
    expect(words).toEqual([...words].sort((one, other) => other - one));
    expect(new Set(words.map(String))).toEqual(new Set(asked('//extent/measure[@unit = "words"]/@quantity')));
  });

  it.each(Object.entries(KINDS))('registers every %s of every edition, on a page of its own', (element, stem) => {
    const ids = [...new Set(asked(`//standOff//${element}/@xml:id`))].sort();
    expect(ids.length).toBeGreaterThan(2);
    const linked = [...page(`${stem}.html`).matchAll(/<th scope="row"><a href="([^"]+)"/g)].map(([, href]) => href!);
    expect(linked.sort()).toEqual(ids.map((id) => `${stem}/${id}.html`).sort());
  });

  /** Names as they are read, each as `id edition anchor words`; those of the form have no anchor of their own. */
  const mentions = (): string[] => {
    const aside = 'ancestor::rdg or ancestor::sic or ancestor::orig or ancestor::expan';
    const words = `string-join((.//text()[not(${aside} or ancestor::pc[@force = "weak"])][count(ancestor::fw) = count($name/ancestor::fw)] | .//lb[not(@break = "no")]) ! (if (self::lb) then " " else string(.)))`;
    const at = `(if (ancestor::fw) then ancestor::fw[last()]/@xml:id else (ancestor::*[self::said or self::note or self::p or self::ab]/@xml:id)[last()])`;
    return names.flatMap((name) =>
      ask.get(name)!(
        `for $name in //text//*[@ref][not(${aside})], $id in tokenize($name/@ref) return $name/concat(substring($id, 2), " ${name} ", ${at}, " ", normalize-space(${words}))`,
      ).sort(),
    );
  };

  it.each(Object.values(KINDS))('has every mention of %s with its words, linked to where it stands', (stem) => {
    const found = [...pages]
      .filter(([path]) => path.startsWith(`${stem}/`))
      .flatMap(([path, html]) =>
        [...html.matchAll(/<a class="at" href="\.\.\/([^/]+)\/[^"#]+#([^"]+)">.*?<b>(.*?)<\/b>/gs)].map(
          ([, edition, anchor, words]) =>
            `${path.slice(stem.length + 1, -'.html'.length)} ${edition} ${/^(?:participants|content)$/.test(anchor!) ? '' : anchor} ${textOf(words!)}`,
        ),
      );
    const expected = mentions().filter((line) => pages.has(`${stem}/${line.split(' ')[0]}.html`));
    expect(expected.length).toBeGreaterThan(3);
    // A word over the end of a page is one word to a reader, and two with space between in the file.
    const close = (line: string) =>
      line.replace(/^(\S+ \S+ \S* )(.*)$/s, (_, place, words) => place + words.replace(/ /g, ''));
    expect(found.map(close).sort()).toEqual(expected.map(close).sort());
  });

  it('reads a name that runs on over the end of a page as one', () => {
    expect(page('places/place.washington.html')).toContain('decided in </span><b>Washington</b>');
  });

  it('counts the forms of a name, and the turns and words that the headers count', () => {
    const rusk = page('people/person.rusk.html');
    const forms = [...rusk.matchAll(/<li>“([^”]+)” <span class="tag">(\d+)<\/span>/g)].map(
      ([, form, n]) => `${form} ${n}`,
    );
    const called = mentions()
      .filter((line) => line.startsWith('person.rusk '))
      .map((line) => line.split(' ').slice(3).join(' '));
    expect(forms.sort()).toEqual(
      [...new Set(called)].map((form) => `${form} ${called.filter((one) => one === form).length}`).sort(),
    );
    const counted = asked(
      '//particDesc//person[@sameAs = "#person.rusk"]/state/desc/concat(measure[@unit = "turns"]/@quantity, " ", measure[@unit = "words"]/@quantity)',
    );
    const told = [...rusk.matchAll(/(\d+) turns?(?:<\/a>)?, (\d+) words?, /g)].map(
      ([, turns, words]) => `${turns} ${words}`,
    );
    expect(counted.length).toBeGreaterThan(1);
    expect(told.sort()).toEqual(counted.filter((line) => !line.startsWith('0 ')).sort());
  });

  it('marks the offices held on the day of a talk, and no others', async () => {
    const days = new Map(names.map((name) => [name, ask.get(name)!('string(//creation/date/@when)')[0]!]));
    const people = [...new Set(asked('//standOff//person[occupation]/@xml:id'))];
    let held = 0;
    for (const id of people) {
      const html = page(`people/${id}.html`);
      const editions = [...html.matchAll(/id="in\.([^"]+)"/g)].map(([, name]) => name!);
      const marked = [...html.matchAll(/<li class="held">(.*?)(?:<span|<\/li>)/g)].map(([, office]) => textOf(office!));
      const offices = ask.get(
        names.find((name) => ask.get(name)!(`//standOff//person[@xml:id = "${id}"]`).length > 0)!,
      )!(`//standOff//person[@xml:id = "${id}"]/occupation/concat(normalize-space(), "|", @from, "|", @to)`).map(
        (line) => line.split('|') as [string, string, string],
      );
      // A month or a year means all of its days.
      const first = (date: string) => (date === '' ? '0000' : date);
      const last = (date: string) => (date === '' ? '9999' : `${date}-99-99`.slice(0, 10));
      const expected = offices.filter(
        ([, from, to]) =>
          from + to !== '' && editions.some((name) => days.get(name)! >= first(from) && days.get(name)! <= last(to)),
      );
      expect(marked.sort(), id).toEqual(expected.map(([office]) => office).sort());
      held += marked.length;
    }
    expect(held).toBeGreaterThan(20);
  });

  it('has every hand, what it wrote or struck out, and every stamp', () => {
    const html = page('hands.html');
    const words = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, written]) => textOf(written!)).sort();
    const read =
      'normalize-space(string-join((.//text()[not(ancestor::sic or ancestor::expan)] | .//lb) ! (if (self::lb) then " " else string(.))))';
    expect(words(/<span class="hand">(.*?)<\/span>/gs)).toEqual(asked(`//text//note[@hand]/${read}`).sort());
    expect(words(/<s>(.*?)<\/s>/gs)).toEqual(asked(`//text//del[@hand]/${read}`).sort());
    expect(html.match(/<dt id="[^"]+\.hand\.[^"]+">/g)).toHaveLength(asked('//handNote').length);
    expect(words(/<span class="stamped">(.*?)<\/span>/gs)).toEqual(
      names.flatMap((name) => [...new Set(ask.get(name)!(`//text//fw[@type = "stamp"]/${read}`))]).sort(),
    );
    const sheets = html
      .match(/<dl class="facts stamps">.*?<\/dl>/gs)!
      .flatMap((list) => list.match(/<a class="at"/g) ?? []);
    expect(sheets).toHaveLength(asked('//text//fw[@type = "stamp"]').length);
  });

  it('lists what was mended in all editions, with both readings', () => {
    const rows = rowsOf(page('errata.html')).filter(([place]) => place !== 'Place');
    expect(rows).toHaveLength(
      asked('//text//(app[lem[not(tokenize(@wit) = "#ocr")]] | choice[sic])[not(@prev)]').length,
    );
    expect(rows).toContainEqual(['p. 3, ¶ 6', 'significant', 'magnificent', 'FRUS', 'high']);
    expect(page('index.html')).toContain(`${rows.length} readings mended`);
  });

  it('tells the principles of all editions, and what the workspace says of itself', () => {
    const said = textOf(page('principles.html'));
    for (const declared of asked('//editorialDecl/*/p/normalize-space()')) expect(said).toContain(declared);
    expect(said).toContain('The memcon editors');
    expect(page('principles.html')).toContain('<a href="https://example.org/memoranda">');
    expect(page('principles.html')).toContain('href="schema/guidelines.html"');
  });

  it('has every talk and every event on the timeline, by date', () => {
    const html = page('timeline.html');
    for (const name of names) expect(html).toContain(`href="${name}/index.html"`);
    for (const id of asked('//standOff//event/@xml:id')) expect(html).toContain(`href="events/${id}.html"`);
    const years = [...html.matchAll(/<h2 id="y\.(\d+)"/g)].map(([, year]) => year!);
    expect(years).toEqual([...new Set(years)].sort());
    expect(html).toContain('<svg');
  });

  it('links people of an edition to their pages, and back', () => {
    expect(page(`${FLAGSHIP}/index.html`)).toContain('href="../people/person.kuznetsov.html"');
    expect(page('people/person.kuznetsov.html')).toContain(`href="../${FLAGSHIP}/index.html"`);
  });

  it('asks nothing of other servers and has no script or style of its own', () => {
    for (const [path, html] of pages) {
      if (names.some((name) => path.startsWith(`${name}/`)) || path.startsWith('schema/')) continue;
      // The search alone has a script, which is a file of its own.
      expect(html, path).not.toMatch(path === 'search.html' ? /<script(?! src="assets\/)/ : /<script/);
      expect(html, path).not.toMatch(/<style|\sstyle="/);
      expect(html, path).not.toMatch(/<(?:link|img|iframe|source)\b[^>]*"https?:/);
    }
  });
});

describe('the pages made from digests', () => {
  const site = { title: 'Memoranda', layout: 'workspace' } as const;
  const flagship = readText(`output/${FLAGSHIP}/${FLAGSHIP}.xml`);

  it('take entries of several ids together that share a number of an authority, however far the chain goes', async () => {
    const numbers = (tei: string, ...ids: string[]) =>
      tei.replace('<idno type="HSG">111738</idno>', ids.map((id) => `<idno type="Wikidata">${id}</idno>`).join(''));
    const renamed = (id: string, ...ids: string[]) => numbers(flagship.replaceAll('person.rusk', id), ...ids);
    const digests = [
      await digestOf('one', renamed('person.secretary', 'Q1'), context),
      await digestOf('two', renamed('person.rusk', 'Q2'), context),
      await digestOf('three', renamed('person.dean-rusk', 'Q1', 'Q2'), context),
    ];
    const made = await sitePages(digests, site, context);
    const rows = rowsOf(made.get('people.html')!).filter(([name]) => name?.startsWith('Rusk'));
    expect(rows).toEqual([['Rusk, Dean 1909–1994', 'Secretary of State of the United States', '3', '9', '54']]);
    expect(made.get('people/person.rusk.html')).toContain('<a href="person.dean-rusk.html">');
    expect(made.get('people/person.secretary.html')).toContain('<a href="person.dean-rusk.html">');
    expect(made.get('people/person.dean-rusk.html')!.match(/<a class="at"/g)).toHaveLength(54);
  });

  it('are divided before they grow too long, and lose nothing', async () => {
    const digest = await digestOf('name', flagship, context);
    const copies = Array.from({ length: 60 }, (_, n) =>
      digest.replace('name="name" when="1963', `name="name-${n}" when="${1900 + n}`).replace(/ subject>/, ' subject>'),
    );
    const made = await sitePages(copies, site, context);
    const parts = [...made].filter(([path]) => /^people\/person\.kuznetsov(?:~\d+)?\.html$/.test(path));
    const mentions = digest.match(/<named ref="#person\.kuznetsov"/g)!.length;
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.reduce((sum, [, html]) => sum + html.match(/<a class="at"/g)!.length, 0)).toBe(60 * mentions);
    for (const [path, html] of made) expect(Buffer.byteLength(html), path).toBeLessThan(300_000);
    const dead = deadLinks(made, () => false).filter(
      (link) => !/: (?:\.\.\/)?(?:(?:name-\d+|assets|schema)\/|search\.html$)/.test(link),
    );
    expect(dead).toEqual([]);
  });

  it('are whole where no document has anything', async () => {
    const made = await sitePages([], site, context);
    expect([...made.keys()].sort()).toEqual(
      [
        'index',
        'by-place',
        'by-subject',
        'by-people',
        'by-length',
        'people',
        'organisations',
        'places',
        'events',
        'hands',
        'timeline',
        'principles',
        'errata',
      ]
        .map((name) => `${name}.html`)
        .sort(),
    );
  });

  it('write what stands in a digest as text', async () => {
    const digest = await digestOf(
      'name',
      flagship.replaceAll('Dean <surname>Rusk', '&lt;b&gt;Dean&amp; <surname>Rusk'),
      context,
    );
    const made = await sitePages([digest], site, context);
    expect(made.get('people/person.rusk.html')).toContain('&lt;b&gt;Dean&amp; Rusk');
  });
});

it('the pages of a bare transcription have no link that arrives nowhere', async () => {
  const out = emptyFolder();
  try {
    const memo = inRepository('tests/fixtures/pages/every-kind-of-mark.md');
    expect((await memcon(['build', memo, '--out', '.'], out)).status).toBe(0);
    const built = pagesBelow(out);
    expect(built.size).toBeGreaterThan(4);
    expect(deadLinks(built, (path) => existsSync(join(out, path)))).toEqual([]);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
