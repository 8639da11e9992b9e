import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

// Runs at build time only, as dist/publication/compile-scripts.js. One classic script a page: browsers refuse modules from disk.

const root = fileURLToPath(new URL('../../', import.meta.url));

const SCRIPTS = { 'search-page.ts': 'search.js', 'citing-page.ts': 'citing.js', 'citing.ts': 'cite-box.js' };
for (const [source, script] of Object.entries(SCRIPTS))
  await build({
    cwd: root,
    input: `src/browser/${source}`,
    output: {
      file: `${root}dist/assets/${script}`,
      format: 'iife',
      comments: false,
      ...(script !== 'search.js' && { minify: true }),
    },
    logLevel: 'warn',
  });
