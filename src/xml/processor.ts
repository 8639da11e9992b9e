import { createRequire } from 'node:module';
import type { SaxonJS } from 'saxon-js';

/**
 * The XSLT processor. Loading it costs more than most transformations: it waits until there is something to transform;
 * and it is required, since `import` would first compile all of it to see that it is no ES module.
 */
export const processor = (): SaxonJS => createRequire(import.meta.url)('saxon-js') as SaxonJS;
