// The search of a large workspace: how long its index takes, how large it is, how soon it answers.
// Editions of three talks of our own making each (tests/fixtures/talks), their words varied with a fixed seed.
// Usage: npm run bench:search -- [--editions N] [--json]
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { assets, searchAssets } from '../dist/publication/assets.js';
import { searchFiles, searchPages } from '../dist/publication/search.js';
import { parse, transform } from '../dist/publication/transform.js';
import { find } from '../dist/search/find.js';
import { indexOf } from '../dist/search/index-files.js';
import { clausesOf } from '../dist/search/query.js';
import { temporaryFolder } from './runs.mjs';
import { table } from './table.mjs';
import { which } from './which.mjs';

const { values } = parseArgs({
  options: { editions: { type: 'string', default: '500' }, json: { type: 'boolean', default: false } },
});
const EDITIONS = Number(values.editions);
/** Shares of words that are put in place of others: one of the other talks, one of its own. */
const OTHER = 0.2;
const NEW = 0.01;
/** What 500 editions may take, in milliseconds and bytes: a reader waits no longer, and loads no more. */
const BOUNDS = { index: 10_000, answer: 150, loaded: 4_000_000, opened: 3_000, typed: 1_000 };
const QUERIES = ['president', 'the president', '"the soviet government"', 'negotiat', 'u.s. -soviet', 'zeppelin'];

const root = fileURLToPath(new URL('../', import.meta.url));
const temp = temporaryFolder();
const context = { report: () => {}, software: { name: 'memcon', version: '0.0.0' } };

const talks = readdirSync(join(root, 'tests/fixtures/talks'), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);
execFileSync(process.execPath, [
  join(root, 'dist/cli/main.js'),
  'build',
  ...talks.map(({ name }) => join(root, 'tests/fixtures/talks', name)),
  ...['--out', temp, '-q'],
]);
const read = await Promise.all(
  talks.map(async ({ name }) => {
    const source = await parse(readFileSync(join(temp, name, `${name}.xml`), 'utf8'));
    return JSON.parse(await transform({ sheet: 'search', source, params: { name } }, context));
  }),
);
const vocabulary = read.flatMap(({ units }) => units.flatMap(({ text }) => text.match(/\p{L}{3,}/gu) ?? []));

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function edition(n) {
  const next = random(n);
  const parts = [0, 1, 2].map((i) => read[(n * 3 + i * 7) % read.length]);
  const vary = (text) =>
    text.replace(/\p{L}{3,}/gu, (word) => {
      const at = next();
      if (at < NEW) return `${word}${String.fromCharCode(97 + (n % 26), 97 + (Math.floor(n / 26) % 26))}`;
      return at < OTHER ? vocabulary[Math.floor(next() * vocabulary.length)] : word;
    });
  const day = new Date(Date.UTC(1945, 0, 1 + n * 30)).toISOString().slice(0, 10);
  return {
    ...parts[0],
    name: `edition-${n}`,
    date: day,
    day,
    pages: Array.from({ length: 6 }, (_, i) => String(i + 1)),
    people: [...new Map(parts.flatMap(({ people }) => people.map((person) => [person.id, person]))).values()],
    units: parts.flatMap(({ units }, i) =>
      units.map((unit) => ({ ...unit, id: `${i}.${unit.id}`, text: vary(unit.text), from: i * 2 + 1, to: i * 2 + 1 })),
    ),
  };
}

const editions = Array.from({ length: EDITIONS }, (_, n) => edition(n));
const characters = editions.reduce((sum, { units }) => sum + units.reduce((all, { text }) => all + text.length, 0), 0);
const timed = async (what) => {
  const begun = performance.now();
  const result = await what();
  return { result, ms: performance.now() - begun };
};

const indexed = await timed(() => searchFiles(editions));
const page = await timed(() => searchPages({ title: 'Bench', layout: 'workspace' }, context));
const pageSize = [...page.result.values()].reduce((all, html) => all + Buffer.byteLength(html), 0);
const files = [...indexed.result].map(([path, text]) => ({
  path,
  bytes: Buffer.byteLength(text),
  zipped: gzipSync(text).length,
}));
const of = (kind) => files.filter(({ path }) => path.includes(`/${kind}`));
const sum = (list, key) => list.reduce((all, file) => all + file[key], 0);
const most = (list, key) => Math.max(...list.map((file) => file[key]));

const { catalogue, words } = indexOf(editions);
const asJson = words.map((file) => JSON.stringify(file));
const answers = [];
for (const query of QUERIES) {
  const used = new Set();
  const { result, ms } = await timed(() =>
    find(catalogue, { clauses: clausesOf(query) }, async (file) => {
      used.add(file);
      return JSON.parse(asJson[file]);
    }),
  );
  const loaded = [...used].reduce((all, file) => all + asJson[file].length, 0);
  answers.push({ query, hits: result.length, ms, loaded });
}

/** From opening the page to its first results, in a browser and from disk. */
async function inBrowser() {
  const executablePath = process.env.CHROMIUM_PATH ?? which('chromium');
  if (!executablePath) return undefined;
  const { chromium } = await import('playwright-core');
  const site = new Map([...page.result, ...indexed.result]);
  for (const [path, content] of [...(await assets()), ...(await searchAssets())]) site.set(`assets/${path}`, content);
  for (const [path, content] of site) {
    mkdirSync(join(temp, 'site', path, '..'), { recursive: true });
    writeFileSync(join(temp, 'site', path), content);
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const tab = await browser.newPage();
  const opened = await timed(async () => {
    await tab.goto(`${pathToFileURL(join(temp, 'site/search.html')).href}#q=president`);
    await tab.locator('.hit').first().waitFor();
  });
  const typed = await timed(async () => {
    await tab.fill('#q', 'negotiat');
    await tab
      .locator('mark', { hasText: /negotiat/i })
      .first()
      .waitFor();
  });
  await browser.close();
  return { opened: opened.ms, typed: typed.ms };
}
const browser = await inBrowser();

const sizes = ['catalogue', 'words', 'text'].map((kind) => ({
  kind,
  files: of(kind).length,
  bytes: sum(of(kind), 'bytes'),
  zipped: sum(of(kind), 'zipped'),
  largest: most(of(kind), 'bytes'),
}));
if (values.json) {
  console.log(
    JSON.stringify(
      {
        editions: EDITIONS,
        characters,
        indexMs: indexed.ms,
        pageMs: page.ms,
        pageBytes: pageSize,
        sizes,
        answers,
        browser,
      },
      null,
      1,
    ),
  );
} else {
  const kb = (bytes) => `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
  const ms = (time) => `${Math.round(time).toLocaleString('en')} ms`;
  console.log(
    `${EDITIONS} editions, ${kb(characters)} of text; index in ${ms(indexed.ms)}, pages (${kb(pageSize)}) in ${ms(page.ms)}\n`,
  );
  console.log(
    table([
      ['', 'files', 'size', 'gzip', 'largest'],
      ...sizes.map((one) => [one.kind, String(one.files), kb(one.bytes), kb(one.zipped), kb(one.largest)]),
    ]),
  );
  console.log(
    `\n${table([['query', 'passages', 'time', 'loaded'], ...answers.map((one) => [one.query, String(one.hits), ms(one.ms), kb(one.loaded)])])}`,
  );
  if (browser)
    console.log(
      `\nin Chromium, from disk: page to results ${ms(browser.opened)}, a word typed to results ${ms(browser.typed)}`,
    );
  const most = (key) => Math.max(...answers.map((one) => one[key]));
  const measured = { index: indexed.ms, answer: most('ms'), loaded: most('loaded'), ...browser };
  const beyond = Object.keys(measured).filter((key) => measured[key] > BOUNDS[key]);
  console.log(
    `\nbounds of 500 editions: index ${ms(BOUNDS.index)}, an answer ${ms(BOUNDS.answer)} and ${kb(BOUNDS.loaded)}, page to results ${ms(BOUNDS.opened)}, a word typed to results ${ms(BOUNDS.typed)}: ${beyond.length === 0 ? 'kept' : `${beyond.join(', ')} beyond`}`,
  );
}
