import type { Step } from '../../citation/declaration.js';
import type { EditionRecord } from '../record.js';
import type { Addresses } from './addresses.js';

/** All terms of the answers (DTS 1.0, JSON-LD context). */
export const CONTEXT = 'https://dtsapi.org/context/v1.0.json';
export const VERSION = '1.0';

/** What the trees are, for people; a header may declare others. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  talk: 'As in the talk: paragraphs with the turns in them, turns as a whole, notes, readings.',
  paper: 'As on paper: pages with their lines, what stands beside the text, lists and tables.',
};

const citeStructure = (steps: readonly Step[]): object[] =>
  steps.map(({ unit, steps: inner }) => ({
    '@type': 'CiteStructure',
    citeType: unit,
    ...(inner.length > 0 && { citeStructure: citeStructure(inner) }),
  }));

/** The first tree is meant where none is named, and has no identifier. */
export const citationTreesOf = ({ trees }: Pick<EditionRecord, 'trees'>): object[] =>
  trees.map(({ name, steps }, n) => ({
    '@type': 'CitationTree',
    ...(n > 0 && { identifier: name }),
    ...(DESCRIPTIONS[name] !== undefined && { description: DESCRIPTIONS[name] }),
    citeStructure: citeStructure(steps),
  }));

/** What an edition is, without its metadata: in answers on its passages. */
export function resourceOf(record: EditionRecord, addresses: Addresses) {
  const { name, title } = record.bibliography;
  return {
    '@id': addresses.ids.of(name),
    '@type': 'Resource',
    title,
    totalParents: 1,
    totalChildren: 0,
    ...addresses.of(name),
    citationTrees: citationTreesOf(record),
    ...(addresses.mediaTypes && { mediaTypes: [...addresses.mediaTypes] }),
  };
}

export const localized = (value: string, lang: string) => [{ value, lang }];

/** The header as terms of Dublin Core; what it does not say is left out. */
export function dublinCoreOf({ bibliography, subtitle, subjects, extent, rights, changed }: EditionRecord): object {
  const {
    title,
    author,
    date,
    repository,
    collection,
    shelfmark,
    publisher,
    licence,
    editor,
    editionDate,
    address,
    language = 'en',
  } = bibliography;
  const who =
    author && ('literal' in author ? author.literal : [author.given, author.family].filter(Boolean).join(' '));
  const source = [repository, collection, shelfmark].filter(Boolean).join(', ');
  const fields: Record<string, unknown> = {
    title: localized(title, 'en'),
    ...(address !== undefined && { identifier: address }),
    ...(subtitle !== undefined && { description: localized(subtitle, 'en') }),
    ...(who !== undefined && { creator: localized(who, 'en') }),
    ...(editor !== undefined && { contributor: localized(editor, 'en') }),
    ...(date !== undefined && { created: date }),
    ...(editionDate !== undefined && { issued: editionDate }),
    ...(changed !== undefined && { modified: changed }),
    ...(publisher !== undefined && { publisher: localized(publisher, 'en') }),
    ...(subjects.length > 0 && { subject: subjects.map((value) => ({ value, lang: language })) }),
    ...(source !== '' && { source: localized(source, 'en') }),
    ...(extent !== undefined && { extent: localized(extent, 'en') }),
    language,
    ...(licence !== undefined && { license: licence }),
    ...(rights !== undefined && { rights: localized(rights, 'en') }),
  };
  return fields;
}
