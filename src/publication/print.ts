import { decodeHTML } from 'entities';

/** What a printed page takes from the site that it comes from. */
export interface Printing {
  /** The title of the site, which the page has behind its own. */
  readonly site: string;
  /** Where the editions are published, with or without a slash at the end. */
  readonly address?: string | undefined;
}

/** The longest title that fits at the head of a sheet, in characters. */
const LONGEST = 84;

/**
 * A page that is to be printed: its title stands at the head of every sheet but the first, and its links to other
 * pages lead to where these are published, or nowhere. CSS knows no way from the words of a page to the margin of a
 * sheet that browsers have, so the title stands in a style sheet made for this page, `running-title.css` beside it.
 * @param path the page below the output folder
 */
export function forPrint(html: string, path: string, { site, address }: Printing): { html: string; style: string } {
  const whole = decodeHTML(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '').trim();
  const title = whole.endsWith(` – ${site}`) ? whole.slice(0, -` – ${site}`.length) : whole;
  const short = title.length > LONGEST ? `${title.slice(0, LONGEST).replace(/\s+\S*$/, '')}…` : title;
  const quoted = short.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ');
  const style = `@page { margin-top: 2.3cm; @top-center { content: "${quoted}"; font: italic 9pt "EB Garamond", serif; vertical-align: bottom; padding-bottom: 5mm; } }
@page :first { margin-top: 2cm; @top-center { content: none; } }
`;
  const base = address === undefined ? undefined : new URL(path, address.replace(/\/*$/, '/'));
  const linked = html.replace(
    /(<a\b[^>]*?)\shref="(?!#|[a-z][a-z0-9+.-]*:)([^"]*)"/gi,
    (_, before: string, href: string) => `${before}${base ? ` href="${new URL(href, base).href}"` : ''}`,
  );
  return { html: linked.replace('</head>', '<link rel="stylesheet" href="running-title.css"></head>'), style };
}
