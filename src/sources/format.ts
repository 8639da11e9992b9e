import { unknownFormat } from './xml-tree.js';

/** What a transcription is written in. */
export type Format = 'alto' | 'page' | 'hocr' | 'markdown' | 'text';

/** What may stand before the root element: byte order mark, XML declaration and others, comments, DOCTYPE. */
const PROLOG = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:\[[\s\S]*?\]|"[^"]*"|'[^']*'|[^>["'])*>)/i;
const ROOT = /^<(?:[\w.-]+:)?([\w.-]+)/;
const HOCR_CLASS = /\sclass\s*=\s*["']?[^"'<>]{0,200}?\bocrx?_[a-z]+/i;

/**
 * The format of a file: XML and HTML by root element and class names, whatever the file is called; the rest by the
 * ending of its name.
 * @throws MaterialError of `transcription-format-is-known` for XML or HTML of another kind
 */
export function formatOf(file: string, text: string): Format {
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  const root = rootOf(text);
  if (root === 'alto') return 'alto';
  if (root === 'PcGts') return 'page';
  const isHtml = root?.toLowerCase() === 'html' || ['hocr', 'html', 'htm', 'xhtml'].includes(ending);
  if (isHtml || (ending === 'xml' && HOCR_CLASS.test(text))) {
    if (HOCR_CLASS.test(text)) return 'hocr';
    throw unknownFormat(file, 'The file is HTML, but no element in it has a class of hOCR, such as ocr_page.');
  }
  if (ending === 'xml' || ending === 'alto' || /^\uFEFF?<\?xml\s/.test(text)) {
    throw unknownFormat(
      file,
      root ? `The root element <${root}> is that of no format known.` : 'The file holds no XML.',
    );
  }
  return ending === 'md' || ending === 'markdown' ? 'markdown' : 'text';
}

/** The local name of the first element, where nothing but a prolog comes before it. */
function rootOf(text: string): string | undefined {
  let rest = text.slice(0, 100_000);
  for (let found = PROLOG.exec(rest); found; found = PROLOG.exec(rest)) rest = rest.slice(found[0].length);
  return ROOT.exec(rest)?.[1];
}
