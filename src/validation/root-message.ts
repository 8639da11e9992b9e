import { type Tag, TEI_NAMESPACE } from '../xml/reading.js';
import type { Said } from './grammar-message.js';

/** Roots of TEI that are no single document, or that were those of older versions. */
const OLD_ROOTS: ReadonlySet<string> = new Set(['TEI.2', 'tei.2', 'TEI2', 'tei', 'Tei']);

const START = `<TEI xmlns="${TEI_NAMESPACE}">`;

/** What is wrong with the root; `part` where the file is a piece of TEI, of which nothing more can be said. */
export function ofRoot({ name, uri }: Tag): { said: Said; part: boolean } | undefined {
  const placed = uri === TEI_NAMESPACE;
  if (name === 'TEI' && placed) return undefined;
  const reason = placed ? '' : ` ${namespaceReason(name, uri)}`;
  if (name === 'TEI' || OLD_ROOTS.has(name)) {
    const renamed = name === 'TEI' ? '' : `The root of a TEI file is <TEI>, here it is <${name}>.`;
    const end = name === 'TEI' ? '' : `, and </TEI> at the end`;
    return { part: false, said: { reason: `${renamed}${reason}`.trim(), advice: `Write ${START}${end}.` } };
  }
  const corpus = name === 'teiCorpus';
  return {
    part: true,
    said: {
      reason: `The root of the file is <${name}>, not <TEI>${corpus ? ': it is a collection of documents' : ''}.${reason} Nothing in it was checked.`,
      advice: corpus
        ? 'Write each <TEI> of the collection into a file of its own.'
        : `An edition is a whole file: write ${START}<teiHeader>…</teiHeader><text>…</text></TEI>. If <${name}> is a part of one, check the whole.`,
    },
  };
}

/** An element in a namespace other than TEI's, inside a file that is in TEI's. */
export function ofNamespace(name: string, uri: string, declared: Readonly<Record<string, string>>): Said {
  const own = declared[''] !== undefined;
  return {
    reason: namespaceReason(name, uri),
    advice: own
      ? `Take out xmlns="${declared['']}", or declare xmlns="${TEI_NAMESPACE}".`
      : `Declare xmlns="${TEI_NAMESPACE}", or write <${name}> without a prefix.`,
  };
}

const namespaceReason = (name: string, uri: string): string =>
  uri === ''
    ? `<${name}> is not in the TEI namespace: no xmlns says so.`
    : `<${name}> is not in the TEI namespace, but in “${uri}”.`;
