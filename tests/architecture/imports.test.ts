import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../repository.js';

/** What each room of the house may import from; its own files and packages aside. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  messages: [],
  text: ['messages'],
  xml: ['messages', 'text'],
  odd: ['xml'],
  sources: ['messages', 'text', 'xml'],
  authorities: ['messages', 'text'],
  reading: ['messages', 'text', 'sources', 'authorities'],
  editing: ['messages', 'text', 'authorities'],
  tei: ['messages', 'text', 'authorities'],
  validation: ['messages', 'text', 'xml'],
  search: [],
  // A citation on the page must be that of the command, so both are made by the same code.
  browser: ['search', 'citation'],
  publication: ['messages', 'context', 'xml', 'search'],
  citation: ['messages', 'text', 'xml'],
  deposit: ['messages', 'text', 'xml', 'citation'],
  interchange: ['messages', 'text', 'xml', 'citation'],
  corpus: [
    'messages',
    'text',
    'xml',
    'context',
    'sources',
    'authorities',
    'editing',
    'tei',
    'validation',
    'publication',
    'citation',
    'deposit',
    'interchange',
    'pipeline',
    'review',
    'messages-of-edition',
  ],
  cli: ['messages', 'text', 'context', 'sources', 'corpus', 'validation', 'citation', 'deposit', 'review', 'server'],
  server: ['messages', 'context', 'corpus', 'publication', 'interchange'],
};

/** Rooms whose files may touch disk, clock or environment. */
const EDGES = ['cli', 'corpus', 'server'];
/** Modules that load the package's own files or packages, or run at build time. */
const LOADERS = [
  'publication/assets.ts',
  'xml/processor.ts',
  'citation/styles.ts',
  'odd/write-schema.ts',
  'odd/compile-guidelines.ts',
  'publication/compile-stylesheets.ts',
  'publication/compile-scripts.ts',
  'validation/compile-grammar.ts',
];

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => join('src', file))
  .sort();
const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import\() ?'([^']+)'/g)].map(([, name]) => name!);
const roomOf = (file: string): string => {
  const [first = '', ...rest] = relative('src', file).split(/[\\/]/);
  return rest.length > 0 ? first : first.replace(/\.[jt]s$/, '');
};

describe('imports go one way', () => {
  it.each(files.filter((file) => MAY_IMPORT[roomOf(file)]))('%s', (file) => {
    const room = roomOf(file);
    const rooms = importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => roomOf(join(dirname(file), name)));
    const allowed = new Set([room, ...MAY_IMPORT[room]!]);
    expect(rooms.filter((other) => !allowed.has(other))).toEqual([]);
  });

  it('every room has its row in the table', () => {
    const rooms = new Set(files.filter((file) => file.split('/').length > 2).map(roomOf));
    expect([...rooms].filter((room) => !MAY_IMPORT[room])).toEqual([]);
  });
});

describe('only the edges touch disk, clock, environment and network', () => {
  const inner = files.filter((file) => !EDGES.includes(roomOf(file)) && !LOADERS.includes(relative('src', file)));
  it.each(inner)('%s', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    expect(importsOf(file).filter((name) => /^node:(?!crypto|url)/.test(name))).toEqual([]);
    expect(text.match(/\b(?:process\.|Date\.now|new Date\(\)|Math\.random|fetch\()/g) ?? []).toEqual([]);
  });
});
