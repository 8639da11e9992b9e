import type { Catalogue, Texts, Words } from '../search/catalogue.js';
import { say } from './wording.js';

/** The index as its script files leave it; a page from disk may load scripts, and nothing else. */
interface Loaded {
  catalogue?: Catalogue;
  words: Words[];
  texts: Texts[];
}

declare global {
  var memconSearch: Loaded | undefined;
}

const loaded = (): Loaded => {
  globalThis.memconSearch ??= { words: [], texts: [] };
  return globalThis.memconSearch;
};

const loading = new Map<string, Promise<void>>();

function load(file: string): Promise<void> {
  const known = loading.get(file);
  if (known) return known;
  const script = document.createElement('script');
  const done = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => {
      loading.delete(file);
      reject(new Error(say('index-file-unreadable', { file: `assets/search/${file}` })));
    };
  });
  script.src = `assets/search/${file}`;
  document.head.append(script);
  loading.set(file, done);
  return done;
}

export const catalogue = (): Catalogue | undefined => loaded().catalogue;

export async function wordsIn(file: number): Promise<Words> {
  await load(`words-${file}.js`);
  return loaded().words[file]!;
}

export async function textsOf(edition: number): Promise<Texts> {
  await load(`text-${edition}.js`);
  return loaded().texts[edition]!;
}
