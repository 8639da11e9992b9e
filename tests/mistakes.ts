import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inRepository, readText } from './repository.js';

/** Something of the sample, what an encoder wrote in its place, and how that is mended. */
export interface Change {
  readonly in: string;
  readonly written: string;
  readonly mended: string;
}

/**
 * A mistake, as a change of `validation/sample.xml`: `at`, the first of the words where the message stands; `names`,
 * the mend as the message has to name it; `says`, the message as it is printed.
 */
export interface Mistake extends Change {
  readonly path: string;
  readonly also?: readonly Change[];
  readonly at: string;
  readonly names: string;
  readonly says?: string;
}

const folder = 'tests/fixtures/mistakes';

export const mistakes: readonly Mistake[] = readdirSync(inRepository(folder), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ path: join(folder, name), ...(parse(readText(join(folder, name))) as Omit<Mistake, 'path'>) }));
