import { describe, expect, it } from 'vitest';
import { annotationsOf } from '../../src/interchange/annotations/annotations.js';
import { readingTextOf } from '../../src/interchange/annotations/reading-text.js';
import { openEdition } from '../../src/interchange/edition.js';
import { recordOf } from '../../src/interchange/record.js';
import { FLAGSHIP } from '../workspace.js';
import { flagshipTei } from './opened.js';
import { faultsBy } from './schemas.js';

const ADDRESS = 'https://example.org/memoranda';
const addressed = flagshipTei.replace(
  /(<idno type="memcon">[^<]*<\/idno>)/,
  `$1\n        <idno type="URI">${ADDRESS}/${FLAGSHIP}/index.html</idno>`,
);
const edition = openEdition(FLAGSHIP, addressed);
interface Annotation {
  id: string;
  motivation: string;
  creator?: { name: string };
  body: { value: string; language: string }[];
  target: Target | [Target, Target];
}
interface Target {
  source: string;
  selector: {
    type: string;
    value?: string;
    exact?: string;
    prefix?: string;
    suffix?: string;
    start?: number;
    end?: number;
  }[];
}
const collection = annotationsOf(edition, recordOf(FLAGSHIP, addressed), { title: 'Memoranda', address: ADDRESS }) as {
  total: number;
  first: { items: Annotation[] };
};
const all = collection.first.items;
const byId = (id: string) => all.find((one) => one.id.endsWith(`#${id}`))!;
const targetsOf = ({ target }: Annotation): Target[] => [target].flat();
const selector = (one: Annotation, type: string) =>
  targetsOf(one)
    .flatMap((target) => target.selector)
    .find((found) => found.type === type)!;

const uri = { type: 'string', format: 'uri' };
const position = { type: 'integer', minimum: 0 };
const TARGET = {
  type: 'object',
  required: ['type', 'source', 'selector'],
  properties: {
    type: { const: 'SpecificResource' },
    source: uri,
    selector: {
      type: 'array',
      minItems: 1,
      items: {
        oneOf: [
          { required: ['type', 'conformsTo', 'value'], properties: { type: { const: 'FragmentSelector' } } },
          {
            required: ['type', 'exact'],
            properties: { type: { const: 'TextQuoteSelector' }, exact: { type: 'string', minLength: 1 } },
          },
          {
            required: ['type', 'start', 'end'],
            properties: { type: { const: 'TextPositionSelector' }, start: position, end: position },
          },
        ],
      },
    },
  },
};
/** What the Web Annotation Data Model demands (sections 3 to 5), as far as ours go. */
const SHAPE = {
  $defs: { target: TARGET },
  type: 'object',
  required: ['@context', 'id', 'type', 'label', 'total', 'first'],
  properties: {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
    id: uri,
    type: { const: 'AnnotationCollection' },
    first: {
      type: 'object',
      required: ['id', 'type', 'partOf', 'startIndex', 'items'],
      properties: {
        id: uri,
        type: { const: 'AnnotationPage' },
        items: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'type', 'motivation', 'body', 'target'],
            properties: {
              id: uri,
              type: { const: 'Annotation' },
              motivation: { enum: ['commenting', 'describing'] },
              body: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['type', 'value', 'format'],
                  properties: { type: { const: 'TextualBody' }, value: { type: 'string', minLength: 1 } },
                },
              },
              target: {
                oneOf: [{ $ref: '#/$defs/target' }, { type: 'array', minItems: 2, items: { $ref: '#/$defs/target' } }],
              },
            },
          },
        },
      },
    },
  },
};

describe('annotations of an edition', () => {
  it('have the shape that the model demands, and ids of their own', () => {
    expect(faultsBy(SHAPE, collection)).toEqual([]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(collection.total).toBe(all.length);
  });

  it('are its notes, its handwriting and stamps, and what was mended', () => {
    const count = (motivation: string) => all.filter((one) => one.motivation === motivation).length;
    const inFile = (pattern: RegExp) => addressed.match(pattern)?.length ?? 0;
    expect(count('commenting')).toBe(inFile(/<note type="commentary"/g));
    expect(all.filter(({ body }) => body[0]!.value.startsWith('The transcription has'))).toHaveLength(
      inFile(/<(?:app|choice) xml:id="rd\./g),
    );
    const handwriting = all.filter(({ body }) => body[0]!.value.startsWith('Handwriting.'));
    expect(handwriting).toHaveLength(inFile(/<note type="annotation"/g));
    expect(all.filter(({ body }) => body[0]!.value.startsWith('Stamp.'))).toHaveLength(inFile(/<stamp>/g));
    expect(all.filter(({ body }) => body[0]!.value.startsWith('Struck out by hand.'))).toHaveLength(2);
  });

  it('say of whom they are, of what, and what', () => {
    expect(byId('nt.30')).toMatchObject({
      motivation: 'commenting',
      creator: { name: 'The memcon editors' },
      body: [{ value: expect.stringMatching(/^The letter of 7 January 1963/) }],
      target: [
        {
          source: `${ADDRESS}/${FLAGSHIP}/index.html`,
          selector: [
            { type: 'FragmentSelector', value: 'turn.1' },
            { exact: expect.stringMatching(/^Kuznetsov thanked the Secretary/) },
          ],
        },
        {
          source: `${ADDRESS}/${FLAGSHIP}/${FLAGSHIP}.txt`,
          selector: [
            { type: 'TextPositionSelector' },
            { exact: expect.stringMatching(/^Kuznetsov thanked the Secretary/) },
          ],
        },
      ],
    });
    expect(byId('rd.4')).toMatchObject({
      motivation: 'describing',
      body: [{ value: 'The transcription has “Khodelovich”.' }],
      target: [
        { selector: [{ value: 'rd.4' }, { exact: 'Mendelevich' }] },
        { selector: [{ end: expect.any(Number) }, { exact: 'Mendelevich' }] },
      ],
    });
    expect(byId('an.6')).toMatchObject({
      motivation: 'describing',
      body: [{ value: expect.stringContaining('Notes the approval in S') }],
      target: {
        source: `${ADDRESS}/${FLAGSHIP}/index.html`,
        selector: [{ value: 'an.6' }, { exact: 'Approved in S 1/16/63' }],
      },
    });
  });

  it.each(['nt.30', 'rd.4', 'rd.9', 'rd.20', 'rd.24'])(
    'the quotation of %s is found once in the reading text',
    (id) => {
      const { exact, prefix = '', suffix = '' } = selector(byId(id), 'TextQuoteSelector');
      expect(edition.citable.text.split(`${prefix}${exact}${suffix}`)).toHaveLength(2);
    },
  );

  /** As a program reads positions: by code points. */
  const isAt = (text: string, { start, end }: { start?: number; end?: number }) => [...text].slice(start, end).join('');
  const positioned = (annotations: readonly Annotation[], source: RegExp) =>
    annotations.flatMap((one) => targetsOf(one).filter((target) => source.test(target.source)));

  it.each([
    ['of one unit', addressed],
    // Signs of two code units before all of it, and within a passage.
    [
      'of two units',
      addressed.replace('U.S.-Soviet', '\u{1D518}.\u{1D516}.-Soviet').replace('thanked', 'th\u{1D51E}nked'),
    ],
  ])('positions cut the words out of the reading text, with signs %s', (_, tei) => {
    const opened = openEdition(FLAGSHIP, tei);
    const { first } = annotationsOf(opened, recordOf(FLAGSHIP, tei), { title: 'Memoranda', address: ADDRESS }) as {
      first: { items: Annotation[] };
    };
    const text = readingTextOf(opened);
    const targets = positioned(first.items, /\.txt$/);
    expect(targets.length).toBeGreaterThan(40);
    for (const {
      selector: [position, quotation],
    } of targets)
      expect(isAt(text, position!)).toBe(quotation!.exact);
    // Counted in code units, the second would be off.
    expect(
      targets.every(
        ({ selector: [position, quotation] }) => text.slice(position!.start, position!.end) === quotation!.exact,
      ),
    ).toBe(tei === addressed);
  });

  it('what stands beside the text has no position in it', () => {
    expect(targetsOf(byId('an.6'))).toHaveLength(1);
    expect(positioned(all, /\.html$/)).toHaveLength(all.length);
  });
});
