import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText, root } from '../repository.js';

const below = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...below('docs')].filter((name) => name.endsWith('.md'));

describe.each(pages)('%s', (page) => {
  const text = readText(page);

  it('names files of the project that are there', () => {
    const named = [...text.matchAll(/`((?:src|xslt|schema|tests|bench|scripts|docs|editions)\/[\w./-]+)`/g)].map(
      ([, path]) => path!,
    );
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('links to pages and headings that are there', () => {
    const prose = text.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
    const links = [...prose.matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
    const dead = links.filter(([, path, heading]) => {
      const file = path === '' ? page : join(dirname(page), path!);
      if (!existsSync(join(root, file))) return true;
      return heading !== undefined && file.endsWith('.md') && !headingsOf(file).has(heading);
    });
    expect(dead.map(([link]) => link)).toEqual([]);
  });
});

/** The anchors that a forge gives to headings: lower case, words joined by hyphens, other signs left out. */
function headingsOf(file: string): Set<string> {
  const headings = [...readText(file).matchAll(/^#+ +(.+?) *$/gm)].map(([, heading]) => heading!);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replace(/ /g, '-'),
    ),
  );
}
