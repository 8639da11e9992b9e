import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of a program; undefined where it is not installed. */
export const which = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
