import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordingsOf } from '../../src/publication/wording.js';
import { chromium, inRepository, readText, root, skipped } from '../repository.js';
import { launch } from './launch.js';
import { faultsOf } from './valid-html.js';

const LANGUAGES = ['en', 'fr', 'de', 'ru'] as const;
type Language = (typeof LANGUAGES)[number];
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

const built = mkdtempSync(join(tmpdir(), 'memcon-languages-'));
afterAll(() => rmSync(built, { recursive: true, force: true }));
// A build writes the register of ids beside the transcription.
cpSync(inRepository('tests/fixtures/pages/witnesses'), join(built, 'workspace'), { recursive: true });
for (const language of LANGUAGES) {
  const build = (paths: readonly string[], out: string) =>
    execFileSync(
      process.execPath,
      ['dist/cli/main.js', 'build', ...paths, '--language', language, '--out', join(built, language, out), '-q'],
      { cwd: root, stdio: 'pipe' },
    );
  build([join(built, 'workspace')], 'site');
  build(['tests/fixtures/sources/typed-page', 'tests/fixtures/pages/every-kind-of-mark.md'], 'bare');
}

const EDITION = 'site/1963-03-26-rusk-dobrynin';
const PERSON = 'site/people/person.dobrynin.html';
const PATHS = [
  `${EDITION}/index.html`,
  `${EDITION}/diplomatic.html`,
  `${EDITION}/parallel.html`,
  `${EDITION}/errata.html`,
  `${EDITION}/source.html`,
  `${EDITION}/cite.html`,
  'site/index.html',
  'site/by-people.html',
  'site/search.html',
  'site/people.html',
  PERSON,
  'site/organisations.html',
  'site/places.html',
  'site/events.html',
  'site/hands.html',
  'site/timeline.html',
  'site/principles.html',
  'site/errata.html',
  'bare/every-kind-of-mark/every-kind-of-mark.html',
  'bare/every-kind-of-mark/every-kind-of-mark.diplomatic.html',
  'bare/every-kind-of-mark/every-kind-of-mark.parallel.html',
  'bare/typed-page/typed-page.html',
  'bare/typed-page/typed-page.facsimile.html',
];
const EACH = OTHERS.flatMap((language) => PATHS.map((path) => [language, path] as const));
const fileOf = (language: Language, path: string): string => join(built, language, path);

const wordings = wordingsOf(readText('xslt/languages.xml'));

/** Words that are not the interface's: those of the documents, of their header, of the workspace; whole texts, and single words. */
const files = ['site', 'bare']
  .flatMap((folder) =>
    readdirSync(fileOf('en', folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.xml') && !path.endsWith('sitemap.xml'))
      .map((path) => readFileSync(fileOf('en', join(folder, path)), 'utf8')),
  )
  .concat(readFileSync(join(built, 'workspace/memcon.yaml'), 'utf8'))
  .join('\n');
const data = files
  .replaceAll(/<[^>]*>/g, ' ')
  .replaceAll('&amp;', '&')
  .replaceAll(/\s+/g, ' ');
const dataWords = new Set(files.toLowerCase().match(/\p{L}{3,}/gu));
/** Names, sigla and places in files: every word begins with a capital and is one of the data. */
const isName = (words: string): boolean =>
  (words.match(/\p{L}{3,}/gu) ?? []).every((word) => /^\p{Lu}/u.test(word) && dataWords.has(word.toLowerCase()));
/** The first words of a turn behind the name of its speaker, and the example of an address. */
const isQuoted = (words: string): boolean => /^[^:]+: .+…$/.test(words) || /^[\w.-]+\.html#/.test(words);
/** Names of formats, programs, styles and registers of others; they are the same in every language. */
const SAME = new Set(
  [
    'TEI',
    'MLA',
    'BibTeX',
    'RIS',
    'CSL-JSON',
    'ODD',
    'RELAX NG',
    'Schematron',
    'Wikidata',
    'VIAF',
    'ISNI',
    'GND',
    'HSG',
    'FRUS',
  ].concat([
    'Library of Congress',
    'Office of the Historian',
    'BibTeX, RIS, CSL-JSON',
    'memcon verify',
    'LCNAF',
    'GeoNames',
    // The name of a hand.
    'unsettled',
    // The same in French.
    'participants',
  ]),
);

describe.each(EACH)('in “%s”, %s', (language, path) => {
  it('is valid', async () => {
    expect(await faultsOf(readFileSync(fileOf(language, path), 'utf8'))).toEqual([]);
  });
});

describe.skipIf(
  skipped(
    chromium,
    'the pages in other languages',
    'Install Chromium (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
  ),
)('pages in other languages, in a browser', () => {
  let browser: Browser;
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function open(language: Language, path: string, width = 1280): Promise<{ page: Page; requests: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(fileOf(language, path)).href);
    return { page, requests };
  }

  /** What the page shows or says in the language of its interface: texts, and attributes that are heard or seen. */
  const saidBy = async (language: Language, path: string): Promise<string[]> => {
    const { page } = await open(language, path);
    const said = (await page.evaluate(`(() => {
      const said = [];
      const own = (element) => element.closest('[lang]').lang === document.documentElement.lang;
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) if (own(texts.currentNode.parentElement)) said.push(texts.currentNode.data);
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-label'])
        for (const element of document.body.querySelectorAll('[' + name + ']')) if (own(element)) said.push(element.getAttribute(name));
      return said;
    })()`)) as string[];
    await page.close();
    return said.map((words) => words.replaceAll(/\s+/g, ' ').trim());
  };

  /** What both languages word alike, as a pattern of the whole text. */
  const alike = (language: Language): RegExp[] =>
    Object.entries(wordings[language]!.words).flatMap(([key, words]) => {
      const english = wordings.en!.words[key]!;
      const formsOf = (of: typeof words) => (typeof of === 'string' ? [of] : Object.values(of));
      return formsOf(words)
        .filter((form) => formsOf(english).some((one) => one.toLowerCase() === form.toLowerCase()))
        .map((form) =>
          form
            .replaceAll(/<[^>]*>/g, '')
            .replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')
            .replaceAll(/\{[^}]*\}/g, '.*')
            .replaceAll('\u00A0', ' '),
        )
        .map((form) => new RegExp(`^${form}[:,.]?$`, 'i'))
        .filter(({ source }) => /\p{L}{3}/u.test(source));
    });

  it.each(EACH)('in “%s”, %s has no word of English but those of the documents', async (language, path) => {
    const english = new Set(await saidBy('en', path));
    const same = alike(language);
    const englishWords = new Set(
      Object.values(wordings.en!.words).flatMap((words) => (typeof words === 'string' ? [words.toLowerCase()] : [])),
    );
    const left = (await saidBy(language, path)).filter(
      (words) =>
        /[A-Za-z]{3}/.test(words) &&
        english.has(words) &&
        !SAME.has(words.replace(/^(?:· )?,? ?(?:p\. \d+, )?/, '').replace(/ \d+$/, '')) &&
        !isQuoted(words) &&
        (englishWords.has(words.toLowerCase()) || !isName(words)) &&
        !data.includes(words.replaceAll(/^[\s“(]+|[\s.,;:!?”)]+$/g, '')) &&
        !same.some((pattern) => pattern.test(words)),
    );
    expect(left).toEqual([]);
  });

  it.each(EACH)('in “%s”, %s fits a narrow screen and a wide one, and is accessible', async (language, path) => {
    for (const width of [1280, 390]) {
      const { page } = await open(language, path, width);
      const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(over, `${width} px`).toBeLessThanOrEqual(0);
      // A language changes words and how long they are: the narrow page shows what comes of it.
      if (width === 390) {
        await page.evaluate(axe);
        const violations = (await page.evaluate(
          "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(', ')))",
        )) as string[];
        expect(violations).toEqual([]);
      }
      await page.close();
    }
  });

  it.each(OTHERS)('in “%s”, the page and the document say each in what language it is', async (language) => {
    const { page } = await open(language, `${EDITION}/index.html`);
    const langOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element.closest('[lang]')!.getAttribute('lang'));
    expect(await langOf('html')).toBe(language);
    for (const words of ['h1', '.talk .words', '.note .was']) expect(await langOf(words), words).toBe('en');
    for (const words of ['.pb', '.talk .notes', '.state']) expect(await langOf(words), words).toBe(language);
    await page.close();
  });

  it('fetches Cyrillic letters where there are some', async () => {
    const fetched = async (language: Language) => {
      const { page, requests } = await open(language, `${EDITION}/index.html`);
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      await page.close();
      return requests.filter((url) => url.includes('cyrillic')).length;
    };
    expect(await fetched('ru')).toBeGreaterThan(0);
    expect(await fetched('en')).toBe(0);
    expect(await fetched('de')).toBe(0);
  });

  it.each([
    ['en', /^\d+ passages? in 1 document$/],
    ['fr', /^\d+ passages? dans 1 document$/],
    ['de', /^\d+ Stellen? in 1 Dokument$/],
    ['ru', /^\d+ фрагмент(?:а|ов)? в 1 документе$/],
  ] as const)('in “%s”, the search counts what it has found', async (language, count) => {
    const { page } = await open(language, 'site/search.html');
    await page.locator('#q').fill('test');
    await expect.poll(() => page.locator('#count').textContent(), { timeout: 20_000 }).toMatch(count);
    await page.locator('#q').fill('zzzz');
    const nothing = wordings[language]!.words['nothing-found'] as string;
    await expect.poll(() => page.locator('#count').textContent(), { timeout: 20_000 }).toBe(nothing);
    await page.close();
  });
});
