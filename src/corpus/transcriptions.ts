import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { kindOf } from './files.js';

/** Files that give one transcription, in the order of their pages. */
export interface TranscriptionFiles {
  files: string[];
  /** Files of the same document in other formats, which are not read. */
  others: string[];
}

/** Endings of transcriptions; where a document lies there in several formats, the one that tells most comes first. */
const ENDINGS = ['.page.xml', '.xml', '.alto', '.hocr', '.html', '.htm', '.md', '.markdown', '.txt'];
const NAME = 'transcription';

export const endingOf = (name: string): string | undefined => {
  const lower = basename(name).toLowerCase();
  return ENDINGS.find((ending) => lower.endsWith(ending) && lower.length > ending.length);
};

/** Whether a file is named as the one transcription of the folder in which it lies. */
export const isNamedTranscription = (path: string): boolean =>
  ENDINGS.some((ending) => basename(path) === `${NAME}${ending}`);

/**
 * The transcription in a folder: the file `transcription.…`, the pages in a folder `transcription`, or pages that lie in
 * the folder itself, their names alike but for a number.
 */
export async function transcriptionIn(folder: string): Promise<TranscriptionFiles | undefined> {
  for (const ending of ENDINGS) {
    const path = join(folder, `${NAME}${ending}`);
    if ((await kindOf(path)) === 'file') return { files: [path], others: [] };
  }
  const inside = join(folder, NAME);
  if ((await kindOf(inside)) === 'folder') return pagesIn(inside);
  return pagesIn(folder);
}

/** Files in a folder that could be transcriptions, were it not for their names or number. */
export async function likeTranscriptions(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() && endingOf(entry.name) ? [entry.name] : [])).sort();
}

async function pagesIn(folder: string): Promise<TranscriptionFiles | undefined> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && endingOf(entry.name)).map(({ name }) => name);
  const series = new Map<string, { name: string; n: number }[]>();
  for (const name of names) {
    const ending = endingOf(name)!;
    const stem = name.slice(0, -ending.length);
    const number = /\d+(?=\D*$)/.exec(stem);
    if (!number) continue;
    const key = `${stem.slice(0, number.index)}#${stem.slice(number.index + number[0].length)}${ending}`;
    series.set(key, [...(series.get(key) ?? []), { name, n: Number(number[0]) }]);
  }
  const rank = (key: string) => ENDINGS.findIndex((ending) => key.endsWith(ending));
  const [first, ...rest] = [...series].sort(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1));
  if (!first) return names.length === 1 ? { files: [join(folder, names[0]!)], others: [] } : undefined;
  // Files alike but for a number may be documents of their own; those of a recognition are pages.
  const isRecognition = rank(first[0]) < ENDINGS.indexOf('.md');
  if (!isRecognition && (rest.length > 0 || first[1].length < names.length)) return undefined;
  if (!isRecognition && !/p(?:age|g)?[\s._-]*#/i.test(first[0])) return undefined;
  const inOrder = first[1].sort((one, other) => one.n - other.n || (one.name < other.name ? -1 : 1));
  return {
    files: inOrder.map(({ name }) => join(folder, name)),
    others: rest.flatMap(([, pages]) => pages.map(({ name }) => join(folder, name))),
  };
}
