import type { Context } from '../context.js';
import { reviewScript, reviewStyle } from './assets.js';
import { parse, transform } from './transform.js';

/** The page of a review, from its entries as XML. It needs no other file: it may lie anywhere, and is no part of the site. */
export async function publishReview(xml: string, context: Context): Promise<string> {
  const [source, style, script] = [await parse(xml), await reviewStyle(), await reviewScript()];
  const html = await transform({ sheet: 'review', source, params: {} }, context);
  // The processor would write characters of CSS and JavaScript as references.
  return html
    .replace('<style>/* style */</style>', () => `<style>${style}</style>`)
    .replace('<script>/* script */</script>', () => `<script>${script}</script>`);
}
