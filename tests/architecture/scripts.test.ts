import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { root } from '../repository.js';

/** What a script takes from the compiled program, as `[file, names]`; a dynamic import counts with its names. */
const takenBy = (script: string): [file: string, names: string[]][] =>
  [
    ...script.matchAll(/import \{([^}]+)\} from '(\.\.\/dist\/[^']+)'/g),
    ...script.matchAll(/const \{([^}]+)\} = await import\((?:\$\{JSON\.stringify\(new URL\()?'(\.\.\/dist\/[^']+)'/g),
  ].map(([, names, file]) => [
    file!,
    names!.split(',').flatMap((name) => name.trim().split(/\s+as\s+|\s*:\s*/)[0] || []),
  ]);

const scripts = ['bench', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => `${folder}/${name}`),
);

describe('what a script takes from the program, the program gives', () => {
  it.each(scripts)('%s', async (path) => {
    for (const [file, names] of takenBy(readFileSync(join(root, path), 'utf8'))) {
      const module = await import(pathToFileURL(join(root, dirname(path), file)).href);
      expect(names.filter((name) => !(name in module))).toEqual([]);
    }
  });
});
