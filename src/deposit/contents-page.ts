import { type DepositRecord, plainName } from './record.js';

/** A page by which whoever opens a bag finds its editions: plain HTML, to be read without anything else. */
export function contentsPage(
  title: string,
  editions: readonly {
    record: Pick<DepositRecord, 'title' | 'subtitle' | 'name' | 'author' | 'version'>;
    page: string;
  }[],
): string {
  const items = editions.map(({ record, page }) => {
    const version = record.version === undefined ? '' : `version ${record.version}`;
    const told = [record.subtitle, record.author && plainName(record.author), version].filter(Boolean).join('; ');
    return `    <li><a href="${escaped(page)}">${escaped(record.title)}</a>${told === '' ? '' : ` (${escaped(told)})`}</li>\n`;
  });
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escaped(title)}</title>
</head>
<body>
  <h1>${escaped(title)}</h1>
  <ul>
${items.join('')}  </ul>
  <p>How they are encoded: <a href="schema/guidelines.html">the guidelines</a>.</p>
</body>
</html>
`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\u00a0', '&nbsp;');
