import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { followedRules } from './followed-rules.js';
import { anchorRules } from './margin-anchors.js';
import { wordingsOf } from './wording.js';
import { zoneRules } from './zone-rules.js';

// Runs at build time only, as dist/publication/compile-stylesheets.js: saxon-js has no compiler, and a SEF file is
// not the same bytes twice, so none is committed.

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);

/** The stylesheets that are called by themselves; all others are included by them. */
const ENTRIES = [
  'xslt/edition/reading.xsl',
  'xslt/edition/diplomatic.xsl',
  'xslt/edition/parallel.xsl',
  'xslt/edition/facsimile.xsl',
  'xslt/edition/errata.xsl',
  'xslt/edition/source.xsl',
  'xslt/edition/cite.xsl',
  'xslt/edition/withdrawn.xsl',
  'xslt/site/digest.xsl',
  'xslt/site/site.xsl',
  'xslt/site/review.xsl',
  'xslt/site/search.xsl',
  'xslt/site/search-page.xsl',
  'xslt/ebook/ebook.xsl',
  'xslt/schema/relaxng.xsl',
  'xslt/schema/schematron.xsl',
  'xslt/schema/rules.xsl',
  'xslt/schema/guidelines.xsl',
  'schema/constraints.xsl',
];

const FACES = ['400-normal', '400-italic', '600-normal'];

/** Family, and the files of its package that the style sheet names. */
const FONTS: Record<string, readonly string[]> = {
  'eb-garamond': [
    ...FACES.map((face) => `latin-${face}`),
    'latin-ext-400-normal',
    ...FACES.map((face) => `cyrillic-${face}`),
  ],
  'source-sans-3': [
    ...FACES.map((face) => `latin-${face}`),
    'latin-ext-400-normal',
    ...FACES.map((face) => `cyrillic-${face}`),
  ],
  'courier-prime': ['latin-400-normal', 'latin-700-normal'],
};

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourcesUnder(path) : path.endsWith('.xsl') ? [path] : [];
  });
}

function compile(entry: string, changed: number): void {
  const target = join(root, 'dist/xslt', entry.replace(/^.*\//, '').replace(/\.xsl$/, '.sef.json'));
  if (existsSync(target) && statSync(target).mtimeMs > changed) return;
  const compiler = require.resolve('xslt3/xslt3.js');
  const source = join(root, entry);
  const options = [compiler, `-xsl:${source}`, `-export:${target}`, '-nogo', '-relocate:on'];
  const run = spawnSync(process.execPath, options, { encoding: 'utf8' });
  if (run.status === 0) return;
  const said = [run.stdout, run.stderr, run.error?.message].filter(Boolean).join('\n').trim();
  process.stderr.write(`The stylesheet ${entry} does not compile:\n${said}\n`);
  process.exit(1);
}

function copyFonts(): void {
  const folder = join(root, 'dist/assets/fonts');
  mkdirSync(folder, { recursive: true });
  for (const [family, faces] of Object.entries(FONTS)) {
    const files = join(dirname(require.resolve(`@fontsource/${family}/package.json`)), 'files');
    for (const face of faces)
      copyFileSync(join(files, `${family}-${face}.woff2`), join(folder, `${family}-${face}.woff2`));
    copyFileSync(join(files, '../LICENSE'), join(folder, `${family}-LICENSE.txt`));
  }
}

/** Without the comment that names a source map, which is not shipped and which the page's policy would not load. */
function copyOpenSeadragon(): void {
  const build = dirname(require.resolve('openseadragon'));
  const script = readFileSync(join(build, 'openseadragon.min.js'), 'utf8').replace(
    /\n\/\/# sourceMappingURL=\S+\s*$/,
    '\n',
  );
  writeFileSync(join(root, 'dist/assets/openseadragon.min.js'), script);
  copyFileSync(join(build, '../../LICENSE.txt'), join(root, 'dist/assets/openseadragon-LICENSE.txt'));
}

mkdirSync(join(root, 'dist/xslt'), { recursive: true });
const sources = [...sourcesUnder(join(root, 'xslt')), ...sourcesUnder(join(root, 'schema'))];
const changed = Math.max(...sources.map((path) => statSync(path).mtimeMs));
for (const entry of ENTRIES) compile(entry, changed);
const languages = wordingsOf(readFileSync(join(root, 'xslt/languages.xml'), 'utf8'));
writeFileSync(join(root, 'dist/languages.json'), JSON.stringify(languages));
copyFonts();
copyOpenSeadragon();
const style = (name: string) => readFileSync(join(root, 'xslt/style', name), 'utf8');
writeFileSync(join(root, 'dist/assets/edition.css'), `${style('edition.css')}\n${anchorRules()}`);
const COPIED = [
  'fonts.css',
  'theme.css',
  'diplomatic.css',
  'site.css',
  'guidelines.css',
  'parallel.css',
  'facsimile.js',
  'source.css',
  'citing.css',
  'ebook.css',
  'review.css',
  'review.js',
  'preview.css',
  'preview.js',
  'search.css',
];
for (const file of COPIED) copyFileSync(join(root, 'xslt/style', file), join(root, 'dist/assets', file));
writeFileSync(join(root, 'dist/assets/facsimile.css'), `${style('facsimile.css')}\n${zoneRules()}`);
writeFileSync(join(root, 'dist/assets/talk.css'), `${style('talk.css')}\n${followedRules()}`);
