import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

// Runs at build time only, as dist/publication/compile-scripts.js. One classic script a page: browsers refuse modules from disk.

const root = fileURLToPath(new URL('../../', import.meta.url));

await build({
  cwd: root,
  input: 'src/browser/search-page.ts',
  output: { file: `${root}dist/assets/search.js`, format: 'iife', comments: false },
  logLevel: 'warn',
});
