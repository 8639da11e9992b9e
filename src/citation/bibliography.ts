import { allAt, at, childrenOf, descendantsOf, idOf, type TeiElement, textOf } from './tree.js';
import type { Bibliography, Name, Speaker } from './unit.js';

/** What is not empty, under its name. */
function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<T>;
}

export function bibliographyOf(
  root: TeiElement,
  file: string,
  people: ReadonlyMap<string, Speaker>,
  layout: Bibliography['layout'],
): Bibliography {
  const header = childrenOf(root, 'teiHeader')[0];
  const statement = at(header, 'fileDesc/titleStmt');
  const publication = at(header, 'fileDesc/publicationStmt');
  const source = at(header, 'fileDesc/sourceDesc/msDesc');
  const titles = childrenOf(statement ?? { children: [] }, 'title');
  const title = titles.find(({ attributes }) => attributes.get('type') === 'main') ?? titles[0];
  const edition = at(header, 'fileDesc/editionStmt/edition');
  const idno = (type: string) => allAt(publication, 'idno').find(({ attributes }) => attributes.get('type') === type);
  const version = edition?.attributes.get('n');
  const changed = allAt(header, 'revisionDesc/change').some(({ attributes }) => attributes.get('who') === '#editor');
  const reviewed = version !== undefined || changed;
  const created = at(header, 'profileDesc/creation/date')?.attributes;
  const name = textOf(idno('memcon')) || (idOf(root) ?? '').replace(/^memo\./, '') || nameOfFile(file);
  const editor = allAt(statement, 'respStmt').find((one) => idOf(one) === 'editor');
  return {
    name,
    title: textOf(title) || name,
    reviewed,
    layout,
    ...present<Omit<Bibliography, 'name' | 'title' | 'reviewed' | 'layout'>>({
      genre: textOf(at(source, 'msContents/msItem/title')),
      author: authorOf(at(statement, 'author'), people),
      date: created?.get('when') ?? created?.get('notBefore'),
      place: textOf(at(header, 'profileDesc/creation/placeName')),
      repository: textOf(at(source, 'msIdentifier/repository')),
      collection: textOf(at(source, 'msIdentifier/collection')),
      shelfmark: textOf(at(source, 'msIdentifier/idno')),
      // Nobody edits what nobody has looked at, whoever would publish it.
      editor: reviewed ? nameIn(editor && childrenOf(editor, 'name')[0]) : undefined,
      publisher: reviewed ? nameIn(at(publication, 'publisher')) : undefined,
      version,
      release: releaseOf(file),
      editionDate: at(publication, 'date')?.attributes.get('when'),
      address: textOf(idno('URI')),
      doi: textOf(idno('DOI')),
      licence: at(publication, 'availability/licence')?.attributes.get('target'),
      language: root.attributes.get('xml:lang'),
    }),
  };
}

/** Where nobody is named the words only say so. */
const nameIn = (element: TeiElement | undefined): string =>
  element?.attributes.get('cert') === 'unknown' ? '' : textOf(element);

/** What the header says of the rights in the document: not that the edition has no licence, which is said before. */
export function rightsInDocument(header: TeiElement | undefined): string {
  const availability = at(header, 'fileDesc/publicationStmt/availability');
  const paragraphs = childrenOf(availability ?? { children: [] }, 'p');
  return paragraphs
    .slice(availability?.attributes.get('status') === 'unknown' ? 1 : 0)
    .map(textOf)
    .join(' ');
}

/** The release in whose folder a file lies: `1.0.0` of `NAME/v1.0.0/NAME.xml`. */
const releaseOf = (file: string): string | undefined => /(?:^|[\\/])v(\d+\.\d+\.\d+)[\\/][^\\/]*$/.exec(file)?.[1];

const nameOfFile = (file: string): string =>
  file
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.[^.]*$/, '');

/** Only who surely drafted the document is its author. */
function authorOf(author: TeiElement | undefined, people: ReadonlyMap<string, Speaker>): Name | undefined {
  if (!author) return undefined;
  const certainty = author.attributes.get('cert');
  if (certainty !== undefined && certainty !== 'high') return undefined;
  const name = textOf(author);
  if (name === '') return undefined;
  const ref = childrenOf(author, 'persName')[0]?.attributes.get('ref') ?? '';
  return nameOf(name, people.get(ref.replace(/^#/, ''))?.surname);
}

/** Given names and surname, where the surname is known to end the name; else the name as it is. */
export function nameOf(name: string, surname: string | undefined): Name {
  if (surname === undefined || !name.endsWith(surname) || surname === name) return { literal: name };
  return { family: surname, given: name.slice(0, -surname.length).trim() };
}

/** The people of `standOff`, by their ids. */
export function peopleOf(root: TeiElement): Map<string, Speaker> {
  const people = new Map<string, Speaker>();
  for (const list of allAt(root, 'standOff/listPerson')) {
    for (const person of childrenOf(list)) {
      const id = idOf(person);
      if (id === undefined) continue;
      const names = childrenOf(person, 'persName');
      const preferred = names.find(({ attributes }) => attributes.get('type') === 'preferred') ?? names[0];
      const name = textOf(preferred) || id;
      const surname = textOf(preferred && childrenOf(preferred, 'surname')[0]) || lastWord(name);
      people.set(id, { id, name, surname, forms: names.map(textOf) });
    }
  }
  return people;
}

/** The same people, with what the text calls them besides: names, and offices such as “the Secretary”. */
export function asCalledInText(people: ReadonlyMap<string, Speaker>, root: TeiElement): Map<string, Speaker> {
  const forms = new Map([...people].map(([id, person]) => [id, new Set(person.forms)]));
  for (const element of childrenOf(root, 'text').flatMap(descendantsOf)) {
    if (element.name !== 'rs' && element.name !== 'persName') continue;
    forms.get(element.attributes.get('ref')?.replace(/^#/, '') ?? '')?.add(textOf(element));
  }
  return new Map([...people].map(([id, person]) => [id, { ...person, forms: [...forms.get(id)!] }]));
}

const lastWord = (name: string): string =>
  name
    .split(' ')
    .filter((word) => !/^(?:Jr|Sr|I{2,3}|IV)\.?,?$/.test(word))
    .at(-1)
    ?.replace(/,$/, '') ?? name;
