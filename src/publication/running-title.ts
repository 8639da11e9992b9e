import { decodeHTML } from 'entities';

/** The longest title that fits beside the number of the page, in characters. */
const LONGEST = 84;

/**
 * A page that is to be printed, with its title at the head of every sheet. CSS knows no way from the words of a page to
 * the margin of a sheet that browsers have, so the title stands in a style sheet made for this page, `running-title.css`
 * beside it.
 * @param site the title of the site, which the page has behind its own
 */
export function runningTitle(html: string, site: string): { html: string; style: string } {
  const whole = decodeHTML(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '').trim();
  const title = whole.endsWith(` – ${site}`) ? whole.slice(0, -` – ${site}`.length) : whole;
  const short = title.length > LONGEST ? `${title.slice(0, LONGEST).replace(/\s+\S*$/, '')}…` : title;
  const quoted = short.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ');
  const style = `@page { margin-top: 2.3cm; @top-center { content: "${quoted}"; font: italic 9pt "EB Garamond", serif; vertical-align: bottom; padding-bottom: 5mm; } }
@page :first { margin-top: 2cm; @top-center { content: none; } }
`;
  return { html: html.replace('</head>', '<link rel="stylesheet" href="running-title.css"></head>'), style };
}
