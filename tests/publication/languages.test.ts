import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATEGORIES, type Words, wordingsOf } from '../../src/publication/wording.js';
import { readText, root } from '../repository.js';

/** The page of a review is in English; its editor reads messages in English beside it. */
const REVIEW = 'xslt/site/review.xsl';
const xml = readText('xslt/languages.xml');
const wordings = wordingsOf(xml);
const codes = Object.keys(wordings);
const english = wordings.en!.words;
const keys = Object.keys(english);

const below = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => `${folder}/${path}`);
/** Stylesheets and scripts of pages; the guidelines, made of the schema, are in English. */
const sources = [
  ...below('xslt', '.xsl').filter((path) => !path.startsWith('xslt/schema/')),
  ...below('src/browser', '.ts'),
].map((path) => ({ path, text: readText(path) }));

/** The first argument of each call of a function, its brackets balanced. */
function firstArguments(text: string, called: RegExp): string[] {
  return [...text.matchAll(called)].map(({ index, 0: call }) => {
    let depth = 0;
    for (let at = index + call.length; ; at++) {
      const sign = text[at];
      if (sign === undefined || (depth === 0 && (sign === ',' || sign === ')')))
        return text.slice(index + call.length, at);
      if ('([{'.includes(sign)) depth++;
      if (')]}'.includes(sign)) depth--;
    }
  });
}
/** The keys that an argument may be: a string, or what follows “then”, “else”, “?” or “:”. */
const keysIn = (argument: string): string[] =>
  [...argument.matchAll(/(?:^|\bthen|\belse|[?:])\s*'([^']+)'/g)].map(([, key]) => key!);

const told = sources.flatMap(({ path, text }) =>
  firstArguments(
    text,
    path.endsWith('.xsl') ? /f:(?:say|counted|tell|tell-counted)\(/g : /(?<![\w.])(?:say|counted)\(/g,
  )
    .flatMap(keysIn)
    .map((key) => ({ path, key })),
);
const families = new Set(
  sources.flatMap(({ text }) => [...text.matchAll(/f:named\('([a-z-]+)'/g)].map(([, family]) => family!)),
);
const literals = new Set(
  sources.flatMap(({ text }) => [...text.matchAll(/'([a-z][a-z-]*)'/g)].map(([, word]) => word!)),
);

const formsOf = (words: Words): string[] => (typeof words === 'string' ? [words] : Object.values(words));
const slotsOf = (words: string): string[] =>
  [
    ...new Set([...words.matchAll(/\{([^}]+)\}|<([a-z-]+)>/g)].map(([, slot, element]) => slot ?? `<${element}>`)),
  ].sort();

describe('the file of languages', () => {
  it('has every key once', () => {
    const all = [...xml.matchAll(/<words key="([^"]+)"/g)].map(([, key]) => key);
    expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([]);
  });

  it('offers the languages that memcon.yaml may name', () => {
    const schema = JSON.parse(readText('schema/workspace.schema.json')) as {
      properties: { language: { enum: string[] } };
    };
    expect(codes).toEqual(schema.properties.language.enum);
    expect(codes).toEqual(['en', 'fr', 'de', 'ru']);
  });

  it.each(codes)('has the words of every key in “%s”, none of them empty', (code) => {
    const { words } = wordings[code]!;
    expect(keys.filter((key) => words[key] === undefined)).toEqual([]);
    expect(Object.keys(words).filter((key) => english[key] === undefined)).toEqual([]);
    expect(keys.filter((key) => formsOf(words[key]!).some((form) => form === ''))).toEqual([]);
  });

  it.each(codes)(
    'has in “%s” a form for each category of numbers of the language, where English has several',
    (code) => {
      const { words, plurals } = wordings[code]!;
      const wanted = [...Object.keys(plurals), 'other'].sort();
      const wrong = keys.filter((key) =>
        typeof english[key] === 'string'
          ? typeof words[key] !== 'string'
          : Object.keys(words[key]!).sort().join() !== wanted.join(),
      );
      expect(wrong).toEqual([]);
    },
  );

  it.each(codes)('has the same slots in “%s” as in English; a form for one may do without the number', (code) => {
    const wrong = keys.flatMap((key) => {
      const wanted = [...new Set(formsOf(english[key]!).flatMap(slotsOf))].sort();
      return formsOf(wordings[code]!.words[key]!).flatMap((form) => {
        const slots = slotsOf(form);
        const lacks = wanted.filter(
          (slot) => !slots.includes(slot) && slot !== 'n' && !MAY_DO_WITHOUT.test(`${key} ${slot}`),
        );
        const strange = slots.filter((slot) => !wanted.includes(slot));
        return lacks.length + strange.length > 0 ? [`${key}: lacks ${lacks.join(' ')}, has ${strange.join(' ')}`] : [];
      });
    });
    expect(wrong).toEqual([]);
  });

  it.each(codes)('sorts numbers into categories in “%s” as CLDR does', (code) => {
    const rules = new Intl.PluralRules(code);
    const { plurals } = wordings[code]!;
    const categoryOf = (n: number) =>
      CATEGORIES.find((category) => plurals[category] !== undefined && new RegExp(plurals[category]).test(String(n))) ??
      'other';
    const numbers = Array.from({ length: 1200 }, (_, n) => n);
    expect(numbers.filter((n) => categoryOf(n) !== rules.select(n))).toEqual([]);
  });

  it('has the words of every key that a page asks for', () => {
    expect(told.length).toBeGreaterThan(200);
    expect(told.filter(({ key }) => english[key] === undefined)).toEqual([]);
    expect([...families].filter((family) => !keys.some((key) => key.startsWith(`${family}.`)))).toEqual([]);
  });

  it('has no words that no page asks for', () => {
    const unused = keys.filter((key) =>
      key.includes('.') ? !families.has(key.slice(0, key.indexOf('.'))) : !literals.has(key),
    );
    expect(unused).toEqual([]);
  });

  it('keeps spaces of French signs together, and those within lines of the file out', () => {
    const french = Object.values(wordings.fr!.words).flatMap(formsOf);
    expect(french.filter((words) => / [;:?!»]|« /.test(words))).toEqual([]);
    expect(
      french.filter((words) =>
        /[^\s\u00A0][;:?!»](?!\/)/.test(words.replaceAll(/https?:/g, '').replaceAll(/[{<][^}>]*[}>]/g, '\u00A0')),
      ),
    ).toEqual([]);
    expect(french.filter((words) => /\n| {2}/.test(words))).toEqual([]);
  });

  it('has no stylesheet with words of its own in a visible place', () => {
    const own = sources
      .filter(({ path }) => path.endsWith('.xsl') && path !== REVIEW)
      .flatMap(({ path, text }) =>
        [
          ...text
            .replaceAll(/<!--[\s\S]*?-->/g, '')
            .replaceAll(/\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, '')
            .matchAll(
              />([^<>{}]*\p{L}{3,}[^<>{}]*)<|(?:aria-label|title|alt|placeholder|data-label)="([^"{}]*\p{L}{3,}[^"{}]*)"/gu,
            ),
        ]
          .map(([, words, attribute]) => (words ?? attribute)!.trim())
          .filter((words) => !NAMES.has(words))
          .map((words) => `${path}: ${words}`),
      );
    expect(own).toEqual([]);
  });
});

/** What a language may leave out although English says it. */
const MAY_DO_WITHOUT = /^first-day day$/;
/** Names of formats and programs, and words for machines, which are the same in every language. */
const NAMES = new Set(
  ['TEI', 'EPUB', 'PDF', 'MLA', 'BibTeX', 'RIS', 'CSL-JSON', 'BibTeX, RIS, CSL-JSON', 'ODD', 'RELAX NG', 'Schematron']
    .concat(['memcon verify', '/* style */'])
    // In the package of an e-book.
    .concat(['aut', 'edt', 'pagination', 'textual', 'none']),
);
