import { XMLValidator } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { MaterialError, message } from '../messages/message.js';
import { pointAt, transcriptionOf } from '../text/transcription.js';

/** A file of a workspace or of the package, as text, with the path that messages name. */
export interface AuthorityFile {
  file: string;
  xml: string;
}

/** An element of an entry, with all that stands in it. */
export interface Node {
  readonly name: string;
  /** By the names written in the tag. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Node | string)[];
}

/** An entry stands in a list, and that in `TEI/standOff`. */
const isEntry = (path: readonly string[]): boolean => path.length === 4 && path[0] === 'TEI' && path[1] === 'standOff';
/** No entry has a tenth of it; deeper nesting would overflow the stack. */
const DEEPEST = 200;

/**
 * Reads the entries of the lists in the `standOff` of an authority file, one after another, with the name of the list:
 * no more than one of them is held as a tree, since with thousands their trees would cost more than the reading.
 * @throws MaterialError when the file is not well-formed, too deep, or has a DTD
 */
export function readEntries(authority: AuthorityFile, entry: (node: Node, list: string) => void): void {
  refuseDoctype(authority);
  const parser = new SaxesParser();
  const path: string[] = [];
  const open: Node[] = [];
  parser.on('error', ({ message: said }) => {
    refuseIllFormed(authority, said);
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    if (path.length > DEEPEST) refuseAt(authority, parser.line, parser.column - 1, 'Elements are nested too deep.');
    if (open.length === 0 && !isEntry(path)) return;
    const node = { name, attributes, children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    path.pop();
    const node = open.pop();
    if (node && open.length === 0) entry(node, path.at(-1)!);
  });
  const text = (words: string) => open.at(-1)?.children.push(words);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(authority.xml).close();
}

function refuseDoctype({ file, xml }: AuthorityFile): void {
  const doctype = xml.indexOf('<!DOCTYPE');
  if (doctype >= 0) {
    const at = pointAt(transcriptionOf(file, xml), doctype);
    throw new MaterialError(
      message('authority-is-well-formed', {
        file,
        place: { start: at, end: at },
        words: '<!DOCTYPE',
        reason: 'The authority file has a document type declaration.',
        advice: 'Remove it; the entities of XML itself are enough.',
      }),
    );
  }
}

/** What is wrong is best said by the validator, which knows where an element was opened; else by who found it. */
function refuseIllFormed(authority: AuthorityFile, said: string): never {
  const verdict = XMLValidator.validate(authority.xml, { allowBooleanAttributes: false });
  if (verdict !== true) refuseAt(authority, verdict.err.line, verdict.err.col - 1, verdict.err.msg);
  const [, line, column, reason] = /^(\d+):(\d+): (.*)$/s.exec(said) ?? [undefined, '1', '1', said];
  refuseAt(authority, Number(line), Number(column) - 1, reason!);
}

function refuseAt({ file, xml }: AuthorityFile, line: number, column: number, reason: string): never {
  const text = transcriptionOf(file, xml);
  const offset = Math.min(xml.length, (text.lineStarts[line - 1] ?? 0) + Math.max(0, column));
  const at = pointAt(text, offset);
  throw new MaterialError(
    message('authority-is-well-formed', {
      file,
      place: { start: at, end: at },
      words: xml.slice(offset, offset + 30).split('\n')[0] ?? '',
      reason: `The authority file is not well-formed XML: ${reason}`,
      advice: 'Mend the element at this place.',
    }),
  );
}

export const nodes = (node: Node, name: string): Node[] =>
  node.children.filter((found): found is Node => typeof found !== 'string' && found.name === name);
export const child = (node: Node, name: string): Node | undefined => nodes(node, name)[0];
export const attribute = (node: Node, name: string): string | undefined => node.attributes[name];

const words = ({ children }: Node): string =>
  children.map((found) => (typeof found === 'string' ? found : words(found))).join('');
/** The words of an element on one line. */
export function plain(node: Node): string {
  const text = words(node);
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}
export const texts = (node: Node, name: string): string[] => nodes(node, name).map(plain).filter(Boolean);
