/** Types of the files of an output folder, by ending; text is UTF-8. */
const TYPES: readonly { ending: string; type: string }[] = [
  { ending: '.html', type: 'text/html; charset=utf-8' },
  { ending: '.css', type: 'text/css; charset=utf-8' },
  { ending: '.js', type: 'text/javascript; charset=utf-8' },
  { ending: '.json', type: 'application/json; charset=utf-8' },
  { ending: '.xml', type: 'application/xml; charset=utf-8' },
  { ending: '.odd', type: 'application/xml; charset=utf-8' },
  { ending: '.rng', type: 'application/xml; charset=utf-8' },
  { ending: '.sch', type: 'application/xml; charset=utf-8' },
  { ending: '.svg', type: 'image/svg+xml; charset=utf-8' },
  { ending: '.txt', type: 'text/plain; charset=utf-8' },
  { ending: '.csv', type: 'text/csv; charset=utf-8' },
  { ending: '.woff2', type: 'font/woff2' },
  { ending: '.png', type: 'image/png' },
  { ending: '.jpg', type: 'image/jpeg' },
  { ending: '.jpeg', type: 'image/jpeg' },
  { ending: '.webp', type: 'image/webp' },
  { ending: '.gif', type: 'image/gif' },
];

export function typeOf(path: string): string {
  const lower = path.toLowerCase();
  return TYPES.find(({ ending }) => lower.endsWith(ending))?.type ?? 'application/octet-stream';
}

/** What the pages need and no more: all of it from here, no script and no style within a page. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const EVERY_ANSWER: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};
