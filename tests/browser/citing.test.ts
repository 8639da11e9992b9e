import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { styledCitation } from '../../src/citation/cite.js';
import { cslItemOf } from '../../src/citation/csl-item.js';
import { resolve } from '../../src/citation/resolve.js';
import { citableEdition } from '../../src/citation/units.js';
import { memcon } from '../command.js';
import { chromium, skipped } from '../repository.js';
import { builtWorkspace, FLAGSHIP } from '../workspace.js';
import { launch } from './launch.js';

/** Built without an editor. */
const UNREVIEWED = 'three-sides';

const noBrowser = skipped(
  chromium,
  'citing on the pages',
  'Install Chromium (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
);

/** A passage of each kind, on each page that shows it: the page, the id that it has there, its permalink, its id. */
const KINDS: readonly [kind: string, page: string, anchor: string, permalink: string, id: string][] = [
  ['a page', 'index.html', 'pg.2', 'a[href="#pg.2"]', 'pg.2'],
  ['a paragraph', 'index.html', 'par.6', 'a[href="#par.6"]', 'par.6'],
  ['a turn', 'index.html', 'turn.5', 'a[href="#turn.5"]', 'turn.5'],
  ['a reading', 'index.html', 'rd.22', '.notes a[href="#rd.22"]', 'rd.22'],
  ['handwriting', 'index.html', 'an.3', 'a[href="#an.3"]', 'an.3'],
  ['a note', 'index.html', 'nt.30', 'a.permalink[href="#nt.30"]', 'nt.30'],
  ['a page as typed', 'diplomatic.html', 'pg.3', 'a[href="#pg.3"]', 'pg.3'],
  ['a stamp', 'diplomatic.html', 'fw.16', 'a[href="#fw.16"]', 'fw.16'],
  ['handwriting as typed', 'diplomatic.html', 'an.1', 'a[href="#an.1"]', 'an.1'],
  ['a page side by side', 'parallel.html', 'pg.4', 'a[href="#pg.4"]', 'pg.4'],
  ['a turn side by side', 'parallel.html', 'turn.5', 'a[href="#turn.5"]', 'turn.5'],
  ['a stamp side by side', 'parallel.html', 'typed.fw.16', 'a[href="#typed.fw.16"]', 'fw.16'],
];

/** What the command writes as JSON. */
interface Everything {
  permalink: string;
  styles: Record<'chicago' | 'mla', { citation: string; entry: string }>;
  formats: { bibtex: string; ris: string; 'csl-json': object };
}

/** Selects from words in one element to words in another; runs in the page. */
const SELECT = `(from, first, to, last) => {
  const nodeWith = (selector, words) => {
    const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.data.includes(words)) return walker.currentNode;
    throw new Error(selector + ' has no “' + words + '”');
  };
  const [start, end] = [nodeWith(from, first), nodeWith(to, last)];
  getSelection().setBaseAndExtent(start, start.data.indexOf(first), end, end.data.indexOf(last) + last.length);
}`;
/** Selects from within a word of a turn to within a word of the same or the next one; gives what the browser would copy. */
const SELECT_ANY = `(turn, first, further, last) => {
  const turns = document.querySelectorAll('.talk .words');
  const textsOf = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('a.mark, .pb, .vh, .doubt')) texts.push(walker.currentNode);
    return texts;
  };
  const from = textsOf(turns[turn]);
  const to = textsOf(turns[Math.min(turn + further, turns.length - 1)]);
  const [start, end] = [from[first % from.length], to[last % to.length]];
  const isForward = start === end || (start.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const [one, other] = isForward ? [start, end] : [end, start];
  document.body.classList.add('selecting');
  getSelection().setBaseAndExtent(one, Math.floor(one.length / 3), other, Math.ceil((other.length * 2) / 3));
  return getSelection().toString();
}`;

describe.skipIf(noBrowser)('citing in place', () => {
  const { folder, output } = builtWorkspace();
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const tei = readFileSync(join(output, FLAGSHIP, `${FLAGSHIP}.xml`), 'utf8');
  const edition = citableEdition(`${FLAGSHIP}.xml`, tei);
  let browser: Browser;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
    expect(complaints).toEqual([]);
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(`${path}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(output).href)) complaints.push(`${path}: ${request.url()}`);
    });
    await page.goto(pathToFileURL(join(output, path)).href);
    return page;
  }
  const inFlagship = (page: string) => join(FLAGSHIP, page);
  const narrow: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

  /** What the box shows, by format. */
  const shown = async (page: Page): Promise<Record<string, string>> => {
    await page.locator('.cite-box[open]').waitFor();
    return page.evaluate(
      `Object.fromEntries([...document.querySelectorAll('.cite-box [data-of]')].map((one) => [one.dataset.of, one.textContent]))`,
    );
  };
  /** What the command writes of a reference, as the box shows it. */
  async function byCommand(reference: string, name = FLAGSHIP): Promise<Record<string, string>> {
    const at = join(output, name, `${name}.xml`);
    const { stdout } = await memcon(['cite', reference, '--in', at, '--json'], folder);
    const { citations } = JSON.parse(stdout) as { citations: Everything[] };
    const [{ permalink, styles, formats }] = citations as [Everything];
    return {
      permalink,
      chicago: styles.chicago.citation,
      mla: styles.mla.entry,
      'mla-in-text': styles.mla.citation,
      bibtex: formats.bibtex,
      ris: formats.ris.replaceAll('\r', ''),
      'csl-json': `${JSON.stringify(formats['csl-json'], null, 2)}\n`,
    };
  }
  const formats = ({ label: _label, words: _words, ...others }: Record<string, string>) => others;
  const citeLink = (page: Page, anchor: string, id: string) =>
    page
      .locator(
        `[id="${anchor}"] a.cite[href$="cite.html#${id}"], [id="note.${anchor}"] a.cite[href$="cite.html#${id}"], [id="${anchor}"] ~ a.cite[href$="cite.html#${id}"]`,
      )
      .first();

  describe.each([
    ['wide', {}],
    ['narrow, by touch', narrow],
  ] as const)('%s', (_, options) => {
    it.each(KINDS)(
      'without a script the permalink of %s lands on it, and its citation is one link away',
      async (...kind) => {
        const [, file, anchor, permalink, id] = kind;
        const page = await open(inFlagship(file), { ...options, javaScriptEnabled: false });
        await page.locator(permalink).first().click();
        expect(page.url()).toMatch(new RegExp(`#${anchor.replaceAll('.', '\\.')}$`));
        expect(await page.locator(':target').getAttribute('id')).toBe(anchor);
        await citeLink(page, anchor, id).click();
        expect(page.url()).toMatch(new RegExp(`cite\\.html#${id.replaceAll('.', '\\.')}$`));
        expect(await page.locator('section:target').textContent()).toContain('Chicago');
        await page.context().close();
      },
    );

    it.each(KINDS.slice(0, 9))('the box cites %s as the command does', async (...kind) => {
      const [, file, anchor, , id] = kind;
      const page = await open(inFlagship(file), options);
      await citeLink(page, anchor, id).click();
      expect(formats(await shown(page))).toEqual(await byCommand(`${FLAGSHIP}#${id}`));
      await page.context().close();
    });
  });

  it('a finger finds every permalink and every “cite”; a pointer and the keyboard find them where they are', async () => {
    const touch = await open(inFlagship('index.html'), narrow);
    expect(
      await touch.evaluate(
        `[...document.querySelectorAll('main a.cite, main a.permalink')].filter((one) => !one.closest('.turn:has(> .continued)') && getComputedStyle(one).opacity < 0.5).map((one) => one.outerHTML)`,
      ),
    ).toEqual([]);
    await touch.context().close();
    const page = await open(inFlagship('index.html'));
    const link = page.locator('[id="par.6"] > a.cite');
    const opacity = () => page.evaluate(`getComputedStyle(document.querySelector('[id="par.6"] > a.cite')).opacity`);
    expect(await opacity()).toBe('0');
    await page.locator('[id="par.6"]').hover();
    expect(await opacity()).toBe('1');
    await page.mouse.move(0, 0);
    await page.locator('[id="par.6"] > a.number').focus();
    await page.keyboard.press('Tab');
    expect(await isFocused(link)).toBe(true);
    expect(await opacity()).toBe('1');
    await page.context().close();
  });

  it('cites the whole document under “How to cite”, as the command does', async () => {
    const page = await open(inFlagship('index.html'));
    const { chicago } = await byCommand(FLAGSHIP);
    expect(((await page.locator('.citation').textContent()) ?? '').replace(/\s*cite$/, '').trim()).toBe(chicago);
    await page.locator('.citation a.cite').click();
    expect(formats(await shown(page))).toEqual(await byCommand(FLAGSHIP));
    await page.context().close();
  });

  it('says that an edition is unreviewed where it is', async () => {
    const page = await open(join(UNREVIEWED, 'index.html'));
    await page.locator('[id="turn.1"] > a.cite').click();
    expect(formats(await shown(page))).toEqual(await byCommand(`${UNREVIEWED}#turn.1`, UNREVIEWED));
    expect(await page.locator('.cite-box-state').isVisible()).toBe(true);
    expect((await shown(page)).chicago).toContain('machine-encoded, unreviewed');
    const flagship = await open(inFlagship('index.html'));
    await flagship.locator('[id="turn.1"] > a.cite').click();
    await shown(flagship);
    expect(await flagship.locator('.cite-box-state').isVisible()).toBe(false);
    await Promise.all([page.context().close(), flagship.context().close()]);
  });

  it('by the keyboard alone: opens, copies, says so, closes, and comes back', async () => {
    const page = await open(inFlagship('index.html'));
    await page.locator('[id="turn.5"] > a.permalink').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const { bibtex } = await shown(page);
    expect(await page.evaluate(`document.activeElement.closest('dialog') !== null`)).toBe(true);
    for (let n = 0; n < 20; n++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(`document.activeElement.dataset.copy`)) === 'bibtex') break;
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.cite-box [role="status"]').textContent()).toBe('BibTeX copied.');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(bibtex);
    await page.keyboard.press('Escape');
    expect(await page.locator('.cite-box[open]').count()).toBe(0);
    expect(await page.evaluate(`document.activeElement.getAttribute('aria-label')`)).toBe(
      'Cite this turn of Kuznetsov',
    );
    await page.context().close();
  });

  it('without a clipboard copies what is selected, and RIS with its line ends where there is one', async () => {
    const page = await open(inFlagship('index.html'));
    await page.locator('[id="turn.5"] > a.cite').click();
    await shown(page);
    await page.locator('[data-copy="ris"]').click();
    await expect.poll(() => page.locator('.cite-box [role="status"]').textContent()).toBe('RIS copied.');
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^TY {2}- MANSCPT\r?\n/);
    await page.evaluate(
      `navigator.clipboard.writeText('').then(() => Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error()) }))`,
    );
    await page.locator('[data-copy="chicago"]').click();
    await expect.poll(() => page.locator('.cite-box [role="status"]').textContent()).toBe('Chicago, note copied.');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe((await shown(page)).chicago);
    await page.context().close();
  });

  const isFocused = async (one: Locator): Promise<boolean> =>
    (await one.and(one.page().locator(':focus')).count()) === 1;
  /** Selects from the first of these words within an element to the last of the others within another. */
  const select = (page: Page, ...words: [from: string, first: string, to: string, last: string]) =>
    page.evaluate(`(${SELECT})(${words.map((one) => JSON.stringify(one)).join(', ')})`);
  const button = (page: Page) => page.locator('button.cite-words');

  it.each([
    ['within a turn', '[id="turn.5"] .words', 'he did not know', '[id="turn.5"] .words', 'the details'],
    [
      'with note numbers and mended words',
      '[id="turn.5"] .words',
      'asserted that',
      '[id="turn.5"] .words',
      'and happy',
    ],
    ['over two paragraphs of a turn', '[id="par.6"] .words', 'as the head of', '[id="par.7"] .words', 'some groups'],
    ['over two turns', '[id="turn.1"] .words', 'did represent', '[id="turn.2"] .words', 'interjected'],
    ['over a page break', '[id="par.2"] .words', 'permitted a solution', '[id="par.2"] .words', 'circumstance'],
  ])('selected words %s are cited as the command cites them, and can be proved', async (_, from, first, to, last) => {
    const page = await open(inFlagship('index.html'));
    await select(page, from, first, to, last);
    await button(page).click();
    const box = await shown(page);
    const { words } = box;
    expect(words).toMatch(new RegExp(`^“${first}.*${last}”$`));
    expect(words).not.toMatch(/\d|#|¶/);
    const command = await byCommand(words!);
    expect(formats(box)).toEqual(command);
    const citation = join(folder, 'citation.json');
    writeFileSync(citation, box['csl-json']!);
    const proved = await memcon(['verify', citation, '--in', output], folder);
    expect([proved.status, proved.stderr]).toEqual([0, '']);
    expect(JSON.parse(box['csl-json']!)).toMatchObject([{ custom: { memcon: { quoted: words!.slice(1, -1) } } }]);
    await page.context().close();
  });

  it('any selection of the talk is found, and cited as the command does', async () => {
    const page = await open(inFlagship('index.html'));
    const size = (await page.evaluate(`document.querySelectorAll('.talk .words').length`)) as number;
    let [n, cited] = [11, 0];
    const next = (most: number) => {
      n = (n * 1103515245 + 12345) % 2147483648;
      return Math.floor((n / 2147483648) * most);
    };
    for (let time = 0; time < 40; time++) {
      const at = [next(size), next(40), next(2), next(40)];
      const plain = (await page.evaluate(`(${SELECT_ANY})(${at.join(', ')})`)) as string;
      if (!/[\p{L}\p{N}]/u.test(plain)) continue;
      await button(page).click();
      const box = await shown(page);
      const quoted = box.words!.slice(1, -1);
      expect(await page.locator('.cite-box-unfound').isVisible(), plain).toBe(false);
      // White space between blocks is not the same in both.
      expect(quoted.replace(/\s+/g, '')).toContain(plain.replace(/\s+/g, ''));
      const resolved = resolve([edition], `“${quoted}”`);
      const found = resolved.kind === 'one' ? [resolved.found] : resolved.kind === 'many' ? resolved.candidates : [];
      const { id } = (JSON.parse(box['csl-json']!) as [{ custom: { memcon: { id: string } } }])[0].custom.memcon;
      const same = found.find(({ unit }) => unit.id === id)!;
      const options = { quoted: same.quoted!, pages: same.pages! };
      expect(box.chicago).toBe((await styledCitation(edition.record, same.unit, 'chicago', 'text', options)).citation);
      expect(JSON.parse(box['csl-json']!)).toEqual([cslItemOf(edition.record, same.unit, options)]);
      await page.keyboard.press('Escape');
      // The reader is brought back when the box has closed.
      await page.locator('.cite-box[open]').waitFor({ state: 'detached' });
      await page.waitForTimeout(300);
      cited++;
    }
    expect(cited).toBeGreaterThan(25);
    await page.context().close();
  });

  it('the button comes next by the keyboard, goes with the selection, and the selection outlives the box', async () => {
    const page = await open(inFlagship('index.html'));
    await select(page, '[id="turn.5"] .words', 'did not', '[id="turn.5"] .words', 'the details');
    await button(page).waitFor();
    await page.keyboard.press('Tab');
    expect(await isFocused(button(page))).toBe(true);
    await page.keyboard.press('Enter');
    await shown(page);
    await page.keyboard.press('Escape');
    expect(await isFocused(button(page))).toBe(true);
    expect(await page.evaluate('getSelection().toString()')).toBe('did not know the details');
    await page.locator('h1').click();
    await expect.poll(() => button(page).count()).toBe(0);
    await page.context().close();
  });

  it('words of the sheet are cited as the edition reads them', async () => {
    const page = await open(inFlagship('diplomatic.html'));
    await select(page, '[id="par.6"]', 'asserted that', '[id="par.6"]', 'and happy');
    await button(page).click();
    const box = await shown(page);
    expect(box.words).toBe('“asserted that people in the USSR live in a magnificent and happy”');
    expect(formats(box)).toEqual(await byCommand(box.words!));
    await page.context().close();
  });

  it('copied text has no numbers of notes and no signs, and of a talk no notes', async () => {
    const page = await open(inFlagship('index.html'));
    await page.evaluate(
      `document.querySelector('[id="par.6"] .words').dispatchEvent(new Event('selectstart', { bubbles: true }))`,
    );
    await select(page, '[id="turn.5"] .words', 'said that', '[id="par.7"] .words', 'However, there are');
    const copied = (await page.evaluate('getSelection().toString()')) as string;
    expect(copied).toContain('live in a magnificent and happy period');
    expect(copied).toContain('However, there are');
    expect(copied).not.toMatch(/\d|#|¶|cite|transcribed/);
    await page.context().close();
  });

  it.each([
    ['light', 390],
    ['light', 1280],
    ['dark', 390],
    ['dark', 1280],
  ] as const)('is accessible with the box open, %s, %i px', async (colorScheme, width) => {
    for (const file of ['index.html', 'diplomatic.html', 'parallel.html']) {
      const page = await open(inFlagship(file), {
        colorScheme,
        viewport: { width, height: 900 },
        hasTouch: width === 390,
      });
      await page.locator('main a.cite').first().focus();
      await page.keyboard.press('Enter');
      await shown(page);
      await page.locator('.cite-box summary').first().click();
      const run = `axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(', ')))`;
      await page.evaluate(axe);
      expect(await page.evaluate(run), file).toEqual([]);
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  it('prints none of it', async () => {
    const page = await open(inFlagship('index.html'));
    await select(page, '[id="turn.5"] .words', 'did not', '[id="turn.5"] .words', 'the details');
    await button(page).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('a.cite:visible, a.permalink:visible, button:visible, dialog:visible').count()).toBe(0);
    await page.context().close();
  });

  it('weighs little: the page with its styles and scripts, fonts apart, less than 200 kB', () => {
    const size = (path: string) => readFileSync(join(output, path)).length;
    const page = [
      `${FLAGSHIP}/index.html`,
      'assets/theme.css',
      'assets/edition.css',
      'assets/talk.css',
      'assets/citing.css',
      'assets/citing.js',
      'assets/cite-box.js',
    ];
    expect(page.map(size).reduce((sum, one) => sum + one)).toBeLessThan(200_000);
  });
});
