import { bibliographyOf, rightsInDocument } from '../citation/bibliography.js';
import { type CitationTree, citationTrees } from '../citation/declaration.js';
import { lastChange } from '../citation/last-change.js';
import { allAt, at, childrenOf, teiTree, textOf } from '../citation/tree.js';
import type { Bibliography } from '../citation/unit.js';

/** What the header of an edition says of it: enough for lists of many, without its text. */
export interface EditionRecord {
  readonly bibliography: Bibliography;
  /** Who met whom, where and when, as the second title says it. */
  readonly subtitle?: string;
  readonly subjects: readonly string[];
  /** “4 pages, 1,556 words”. */
  readonly extent?: string;
  /** What may be done with the document itself. */
  readonly rights?: string;
  readonly trees: readonly CitationTree[];
  /** The day of the last change that the header tells, ISO 8601; absent where it tells none. */
  readonly changed?: string;
}

/** What is published together, and where. */
export interface Publication {
  readonly title: string;
  readonly publisher?: string;
  readonly licence?: { readonly name: string; readonly url: string };
  /** Where the output folder lies on the web, without a slash at its end. */
  readonly address: string;
  readonly harvesting?: Harvesting;
}

/** What harvesters of a workspace are told. */
export interface Harvesting {
  readonly email?: string;
  /** The gateway through which the static repository is asked. */
  readonly gateway?: string;
}

/** Stands for a site that has no address yet; no domain is ever called so (RFC 2606, section 2). */
export const NO_DOMAIN = 'preview.invalid';

const END = '</teiHeader>';

/**
 * Reads the header and no more of the file.
 * @throws MaterialError where it is not well-formed
 */
export function recordOf(name: string, tei: string): EditionRecord {
  const end = tei.indexOf(END);
  const file = `${name}/${name}.xml`;
  const root = teiTree(file, end < 0 ? tei : `${tei.slice(0, end + END.length)}</TEI>`);
  const header = childrenOf(root, 'teiHeader')[0];
  const titles = allAt(header, 'fileDesc/titleStmt/title');
  const subtitle = textOf(titles.find(({ attributes }) => attributes.get('type') === 'sub'));
  const extent = textOf(at(header, 'fileDesc/extent'));
  const rights = rightsInDocument(header);
  const bibliography = { ...bibliographyOf(root, file, new Map(), 'workspace'), name };
  const changed = lastChange(header, bibliography.editionDate);
  return {
    bibliography,
    ...(subtitle !== '' && { subtitle }),
    subjects: allAt(header, 'profileDesc/textClass/keywords/term').map(textOf),
    ...(extent !== '' && { extent }),
    ...(rights !== '' && { rights }),
    trees: citationTrees(root),
    ...(changed !== undefined && { changed }),
  };
}
