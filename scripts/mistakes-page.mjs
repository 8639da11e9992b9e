import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parse } from 'yaml';
import { mistakesPage } from '../dist/messages/mistakes-page.js';

const folder = new URL('../tests/fixtures/mistakes/', import.meta.url);
const mistakes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .sort()
  .map((path) => ({
    group: dirname(path),
    name: basename(path, '.yaml'),
    ...parse(readFileSync(new URL(path, folder), 'utf8')),
  }));
writeFileSync(new URL('../docs/mistakes.md', import.meta.url), mistakesPage(mistakes));
