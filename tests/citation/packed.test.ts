import { beforeAll, describe, expect, it } from 'vitest';
import { styledCitation } from '../../src/citation/cite.js';
import { type CitingOptions, cslItemOf, permalinkOf } from '../../src/citation/csl-item.js';
import { type Writer, writerOf } from '../../src/citation/data-formats.js';
import { patternsOf } from '../../src/citation/document-patterns.js';
import { citationsIn, type Packed, packed, unpacked } from '../../src/citation/packed.js';
import { occurrences, type Passages, placeOf } from '../../src/citation/places.js';
import { resolve } from '../../src/citation/resolve.js';
import type { CitableEdition, Unit } from '../../src/citation/unit.js';
import { citableEdition } from '../../src/citation/units.js';
import { buildText } from '../building.js';
import { readText } from '../repository.js';
import { flagshipTei, publishedTei, talk } from './material.js';

/** With an address and without; reviewed and not; with brackets, accents, quotation marks and several pages. */
const SIGNS = `Memorandum of Conversation

DATE: May 3, 1962

1

The Minister (speaking as “host”) said: "I [sic] agree" & left; naïve Łódź, 5 < 6, 100% of $5 in Привет_2 {so}.
2

He added that pp. 3-4 were (he thought) wrong, and that § 5 was "right".
`;
const EDITIONS: Record<string, () => string> = {
  'the flagship': flagshipTei,
  'the flagship at an address': publishedTei,
  'three sides, unreviewed': () => talk('three-sides'),
  'three sides at an address': () =>
    talk('three-sides').replace(
      /(<idno type="memcon">[^<]*<\/idno>)/,
      '$1<idno type="URI">https://example.org/a_b/~x/index.html</idno>',
    ),
  'a British record': () => talk('british-record'),
  'every kind of sign': () => buildText(SIGNS).tei!,
  'every kind of mark': () => buildText(readText('tests/fixtures/pages/every-kind-of-mark.md')).tei!,
};

let writers: Record<'bibtex' | 'ris', Writer>;
beforeAll(async () => {
  writers = { bibtex: await writerOf('bibtex'), ris: await writerOf('ris') };
});

/** What the command writes. */
async function byCommand({ record }: CitableEdition, unit: Unit, options: CitingOptions) {
  const item = cslItemOf(record, unit, options);
  return {
    permalink: permalinkOf(record, unit),
    chicagoNote: (await styledCitation(record, unit, 'chicago', 'text', options)).citation,
    mla: await styledCitation(record, unit, 'mla', 'text', options),
    bibtex: writers.bibtex(item),
    ris: writers.ris(item),
    cslJson: [item],
  };
}

/** What the page writes. */
function onPage(data: Packed, unit: Unit, options: { quoted?: string; pages?: readonly string[] }) {
  const { permalink, chicagoNote, mla, bibtex, ris, cslJson } = citationsIn(data, unit, options);
  return { permalink, chicagoNote, mla, bibtex, ris, cslJson };
}

/** Numbers that look like chance and are the same each time, 0 to 1. */
function* chances(seed: number): Generator<number, never> {
  for (let n = seed; ; ) {
    n = (n * 1103515245 + 12345) % 2147483648;
    yield n / 2147483648;
  }
}

describe.each(Object.entries(EDITIONS))('%s, packed for its pages', (_, tei) => {
  let edition: CitableEdition;
  let data: Packed;
  let passages: Passages;
  beforeAll(async () => {
    edition = citableEdition('edition.xml', tei());
    const made = packed(edition, await patternsOf(edition.record, edition.units));
    // As it goes through the file.
    data = JSON.parse(JSON.stringify(made)) as Packed;
    passages = unpacked(data);
  });

  it('cites every passage as the command does', async () => {
    const wanted = edition.units.filter(({ kind }) => kind !== 'line');
    expect(passages.units).toHaveLength(wanted.length);
    for (const [n, unit] of wanted.entries())
      expect(onPage(data, passages.units[n]!, {}), unit.references[0]).toEqual(await byCommand(edition, unit, {}));
  });

  it('cites any words as the command does', async () => {
    const chance = chances(7);
    const [{ spans } = { spans: [] }] = passages.units;
    const { text } = spans[0]!.stream;
    const starts = [...text.matchAll(/\S+/g)].map(({ index }) => index);
    let cited = 0;
    for (let n = 0; n < 120; n++) {
      const first = Math.floor(chance.next().value * starts.length);
      const size = 1 + Math.floor(chance.next().value ** 3 * 150);
      const words = text.slice(starts[first], (starts[first + size] ?? text.length + 1) - 1).trim();
      const resolved = resolve([edition], `“${words}”`);
      const found = resolved.kind === 'one' ? [resolved.found] : resolved.kind === 'many' ? resolved.candidates : [];
      for (const range of occurrences(spans[0]!.stream, words).slice(0, 1)) {
        const place = placeOf(passages, spans[0]!.stream, range)!;
        const same = found.find(({ unit }) => unit.references[0] === place.unit.references[0])!;
        if (same.like) continue;
        const options = { quoted: same.quoted!, pages: same.pages! };
        expect(onPage(data, place.unit, { quoted: options.quoted, pages: place.pages }), words).toEqual(
          await byCommand(edition, same.unit, options),
        );
        cited++;
      }
    }
    expect(cited).toBeGreaterThan(30);
  });
});

it('quoted words stand to the letter, brackets and all; marks within quotation marks are single', async () => {
  const edition = citableEdition('edition.xml', EDITIONS['every kind of sign']!());
  const resolved = resolve([edition], '“(he thought) wrong, and that § 5 was "right".”');
  if (resolved.kind !== 'one') throw new Error(resolved.kind);
  const { unit, quoted, pages } = resolved.found;
  const { citation } = await styledCitation(edition.record, unit, 'chicago', 'text', {
    quoted: quoted!,
    pages: pages!,
  });
  expect(citation).toContain(': “(he thought) wrong, and that § 5 was ‘right’.”; ');
});
