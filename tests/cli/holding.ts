import { rmSync } from 'node:fs';
import { afterAll } from 'vitest';
import { type Files, folderWith } from '../command.js';

const folders: string[] = [];

/** A folder with these files, for the tests of one file; it is taken away after the last of them. */
export const holding = (files: Files = {}): string => {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
};

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
