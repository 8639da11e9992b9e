import { isError, type Message } from '../messages/message.js';
import { countText, sortMessages } from '../messages/report.js';
import { addressOf } from './targets.js';

/** The addresses that are the server's own; no edition has a name that begins with a point. */
export const OWN = {
  script: '/.memcon/preview.js',
  style: '/.memcon/preview.css',
  events: '/.memcon/events',
} as const;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);

const headOf = (version: string): string =>
  `<link rel="stylesheet" href="${OWN.style}"><script src="${OWN.script}" data-version="${escaped(version)}" defer></script>`;

/** A built page as the preview shows it: it reloads itself, and tells what kept a later one from being built. */
export function previewed(html: string, version: string, messages: readonly Message[]): string {
  return html
    .replace('</head>', () => `${headOf(version)}</head>`)
    .replace(/<body\b[^>]*>/, (body) => `${body}${messagesOf(messages)}`);
}

/** A page of the preview itself, for what was not built or does not exist. */
export function ownPage(
  { title, words, paths }: { title: string; words: string; paths: readonly string[] },
  version: string,
  messages: readonly Message[],
): string {
  const links = paths.map((path) => `<li><a href="${addressOf(path)}">${escaped(path)}</a></li>`).join('');
  return [
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>${headOf(version)}</head><body class="memcon-own">${messagesOf(messages)}`,
    `<main><h1>${escaped(title)}</h1><p>${escaped(words)}</p>${links && `<ul>${links}</ul>`}</main></body></html>\n`,
  ].join('');
}

function messagesOf(messages: readonly Message[]): string {
  const errors = sortMessages(messages.filter(isError));
  if (errors.length === 0) return '';
  const items = errors.map(({ file, place, reason, why, advice, rule }) => {
    const where = [file, place?.start.line, place?.start.column].filter((part) => part !== undefined).join(':');
    return [
      '<li>',
      where && `<p class="memcon-where"><code>${escaped(where)}</code></p>`,
      `<p>${escaped(reason)}</p><p class="memcon-why">${escaped(why)}</p>`,
      `<p><b>${escaped(advice)}</b> <code>[${escaped(rule)}]</code></p></li>`,
    ].join('');
  });
  const heading = `${countText(errors)}; the pages are those of the last build without`;
  return `<aside class="memcon-messages" role="alert" aria-label="Messages of the build"><p class="memcon-count">${heading}</p><ol>${items.join('')}</ol></aside>`;
}
