import { permalinkOf } from '../../citation/csl-item.js';
import { descendantsOf, idOf, type TeiElement, textOf } from '../../citation/tree.js';
import type { Unit } from '../../citation/unit.js';
import type { OpenEdition } from '../edition.js';
import type { EditionRecord, Publication } from '../record.js';
import { quotationOf } from './quotation.js';
import { positionIn, readingTextFile } from './reading-text.js';

/** The file of the annotations, in the folder of its edition. */
export const ANNOTATIONS = 'annotations.json';

/** HTML fragments (Web Annotation Data Model, 4.2.1). */
const HTML_FRAGMENTS = 'http://tools.ietf.org/rfc/rfc3236';

type Motivation = 'commenting' | 'describing';

/** What is said of a passage: by whom, and to what end. */
interface Remark {
  readonly id: string;
  readonly motivation: Motivation;
  readonly value: string;
  readonly about: Unit;
  readonly language: string;
  /** The @resp of the file. */
  readonly by?: string | undefined;
}

/**
 * The notes of the edition, its handwriting and stamps, and the readings of the transcription that were mended, each on
 * the passage of the page that it is about (W3C Web Annotation Data Model).
 */
export function annotationsOf(edition: OpenEdition, record: EditionRecord, { address, title }: Publication): object {
  const { bibliography } = record;
  const folder = `${address}/${encodeURIComponent(edition.name)}`;
  const id = `${folder}/${ANNOTATIONS}`;
  const remarks = remarksOf(edition);
  const written = remarks.map((remark) => annotation(remark, edition, record, folder));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: `${bibliography.title} (${title})`,
    total: written.length,
    ...(bibliography.licence !== undefined && { rights: bibliography.licence }),
    first: { id: `${id}#page`, type: 'AnnotationPage', partOf: id, startIndex: 0, items: written },
  };
}

function annotation(
  { id, motivation, value, about, language, by }: Remark,
  { name, citable }: OpenEdition,
  record: EditionRecord,
  folder: string,
) {
  const permalink = permalinkOf(citable.record, about);
  const [source = ''] = permalink.split('#');
  const quotation = quotationOf(about);
  const main = citable.units[0]!.spans[0]?.stream;
  const [first] = about.spans;
  const { editor, licence } = record.bibliography;
  const selectors = [
    ...(about.kind === 'document' ? [] : [{ type: 'FragmentSelector', conformsTo: HTML_FRAGMENTS, value: about.id! }]),
    ...(quotation ? [{ type: 'TextQuoteSelector', ...quotation }] : []),
  ];
  const onPage = selectors.length === 0 ? source : { type: 'SpecificResource', source, selector: selectors };
  // Positions are those of a text, which a page is not; what stands beside the text has none.
  const inText =
    quotation && first && first.stream === main
      ? [
          {
            type: 'SpecificResource',
            source: `${folder}/${encodeURIComponent(readingTextFile(name))}`,
            selector: [
              { type: 'TextPositionSelector', ...positionIn(main.text, first.start, about.spans.at(-1)!.end) },
              { type: 'TextQuoteSelector', ...quotation },
            ],
          },
        ]
      : [];
  return {
    id: `${folder}/${ANNOTATIONS}#${id}`,
    type: 'Annotation',
    motivation,
    ...(by === '#editor' && editor !== undefined && { creator: { name: editor } }),
    ...(by === '#memcon' && { creator: { type: 'Software', name: 'memcon' } }),
    ...(licence !== undefined && { rights: licence }),
    body: [{ type: 'TextualBody', value, format: 'text/plain', language, purpose: motivation }],
    target: inText.length === 0 ? onPage : [onPage, ...inText],
  };
}

function remarksOf(edition: OpenEdition): Remark[] {
  const { citable, elements } = edition;
  const byId = new Map(elements.map((element) => [idOf(element) ?? '', element]));
  const hands = new Map(
    [...byId].map(([id, element]) => [`#${id}`, element.name === 'handNote' ? textOf(element) : '']),
  );
  return citable.units.flatMap((unit): Remark[] => {
    const element = unit.id === undefined ? undefined : byId.get(unit.id);
    if (!element || unit.id === undefined) return [];
    const remark = (motivation: Motivation, value: string, about: Unit = unit): Remark[] => {
      const by =
        element.attributes.get('resp') ??
        descendantsOf(element)
          .find(({ attributes }) => attributes.has('resp'))
          ?.attributes.get('resp');
      return value === '' ? [] : [{ id: unit.id!, motivation, value, about, language: 'en', by }];
    };
    switch (unit.kind) {
      case 'note':
        return remark('commenting', unit.words, citable.byReference.get(targetOf(element)) ?? citable.units[0]!);
      case 'reading':
        // Not “editing”, which asks for a change of what is annotated: the mend is made.
        return remark('describing', unit.transcribed ? `The transcription has “${unit.transcribed}”.` : '');
      case 'annotation':
      case 'furniture':
        return remark('describing', descriptionOf(element, hands));
      default:
        return [];
    }
  });
}

const targetOf = ({ attributes }: TeiElement): string =>
  (attributes.get('target') ?? '').split(/\s+/)[0]!.replace(/^#/, '');

/** Handwriting by its hand, a stamp as such; what was typed is described by nothing. */
function descriptionOf(element: TeiElement, hands: ReadonlyMap<string, string>): string {
  const within = [element, ...descendantsOf(element)];
  const struck = within.some(({ name, attributes }) => name === 'del' && attributes.has('hand'));
  const what = within.some(({ name }) => name === 'stamp') ? 'Stamp' : struck ? 'Struck out by hand' : 'Handwriting';
  const hand = within.map(({ attributes }) => attributes.get('hand')).find((one) => one !== undefined);
  if (hand === undefined) return what === 'Stamp' ? 'Stamp.' : element.name === 'note' ? 'Handwriting.' : '';
  return [`${what}.`, hands.get(hand)].filter(Boolean).join(' ');
}
