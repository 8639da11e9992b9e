import { basename, dirname } from 'node:path';
import { expect, it } from 'vitest';
import { mistakesPage } from '../../src/messages/mistakes-page.js';
import { rulesPage } from '../../src/messages/rules-page.js';
import { mistakes } from '../mistakes.js';
import { readText } from '../repository.js';

it('docs/rules.md is the catalogue of rules', () => {
  expect(readText('docs/rules.md')).toBe(rulesPage());
});

it('docs/mistakes.md shows the mistakes of the fixtures', () => {
  const shown = mistakes.map(({ path, written, mended, says }) => ({
    ...{ group: basename(dirname(path)), name: basename(path, '.yaml') },
    ...{ written, mended, says: says ?? '' },
  }));
  expect(readText('docs/mistakes.md')).toBe(mistakesPage(shown));
});

it('every dependency stands in the README’s table, and nothing else does', () => {
  const { dependencies, devDependencies } = JSON.parse(readText('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const used = [...Object.keys(dependencies!), ...Object.keys(devDependencies!)].sort();
  const rows = readText('README.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
  expect(named.filter((name) => !name.startsWith('memcon')).sort()).toEqual(used);
});

it('the version is one', () => {
  const { version } = JSON.parse(readText('package.json')) as { version: string };
  expect(readText('CITATION.cff')).toContain(`version: ${version}`);
  expect(readText('CHANGELOG.md')).toContain(`## ${version} `);
});
