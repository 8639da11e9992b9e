import { create } from 'xmlbuilder2';

/** Namespace and limit of the protocol (sitemaps.org, “Sitemaps XML format”). */
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const MOST = 50_000;

/** The pages of a published output folder for search engines, in the order of their paths; `address` has no slash at its end. */
export function sitemapOf(paths: Iterable<string>, address: string): string {
  const pages = [...paths].filter((path) => path.endsWith('.html')).sort();
  const map = create({ version: '1.0', encoding: 'UTF-8' }).ele(NAMESPACE, 'urlset');
  for (const path of pages.slice(0, MOST))
    map
      .ele(NAMESPACE, 'url')
      .ele(NAMESPACE, 'loc')
      .txt(`${address}/${path.split('/').map(encodeURIComponent).join('/')}`);
  return `${map.end({ prettyPrint: true })}\n`;
}
