import { citationsOfPassage, type PassageCitations } from './passage-citations.js';
import type { Patterns } from './patterns.js';
import type { Passages } from './places.js';
import type { Span, Stream } from './reading-text.js';
import type { Bibliography, CitableEdition, Speaker, Unit } from './unit.js';
import { firstWords, lastWords, normalized } from './wording.js';

/** A passage as it is packed: its words are those of its spans. */
type PackedUnit = [
  kind: string,
  id: string,
  label: string,
  reference: string,
  sha256: string,
  pages: readonly string[],
  paragraphs: readonly string[],
  /** By their places among the speakers. */
  speakers: readonly number[],
  inReading: 0 | 1,
  spans: [stream: number, start: number, end: number][],
  transcribed?: string,
];

/** All that the citations of an edition are made from, without its TEI file and without a processor of citations. */
export interface Packed {
  readonly record: Bibliography;
  readonly patterns: Patterns;
  /** The texts that are read on end: that of the document, and each that stands beside it. */
  readonly streams: readonly string[];
  readonly speakers: readonly [name: string, surname: string][];
  readonly units: readonly PackedUnit[];
}

/** Lines are left out: they have no anchors, and no words are cited by them. */
export function packed({ record, units }: CitableEdition, patterns: Patterns): Packed {
  const streams = new Map<Stream, number>();
  const speakers = new Map<string, { n: number; speaker: Speaker }>();
  const streamOf = (stream: Stream) => {
    if (!streams.has(stream)) streams.set(stream, streams.size);
    return streams.get(stream)!;
  };
  const speakerOf = (speaker: Speaker) => {
    const known = speakers.get(speaker.id) ?? { n: speakers.size, speaker };
    speakers.set(speaker.id, known);
    return known.n;
  };
  const rows = units
    .filter(({ kind }) => kind !== 'line')
    .map((unit): PackedUnit => {
      const { kind, id = '', label, references, sha256, pages, paragraphs, inReading, spans, transcribed } = unit;
      return [
        kind,
        id,
        label,
        references[0]!,
        sha256,
        pages,
        paragraphs,
        unit.speakers.map(speakerOf),
        inReading ? 1 : 0,
        spans.map(({ stream, start, end }) => [streamOf(stream), start, end]),
        ...(transcribed === undefined ? ([] as const) : ([transcribed] as const)),
      ];
    });
  return {
    record,
    patterns,
    streams: [...streams.keys()].map(({ text }) => text),
    speakers: [...speakers.values()].map(({ speaker: { name, surname } }) => [name, surname]),
    units: rows,
  };
}

/** The passages of an edition as they were before they were packed, as far as their citations need them. */
export function unpacked({ streams: texts, speakers, units }: Packed): Passages {
  const streams = texts.map((text): Stream => ({ text }));
  return {
    units: units.map((unit): Unit => {
      const [kind, id, label, reference, sha256, pages, paragraphs, who, inReading, places, transcribed] = unit;
      const spans = places.map(([stream, start, end]): Span => ({ stream: streams[stream]!, start, end }));
      const isWhole = kind === 'document';
      const [first, last] = [spans[0]!, spans.at(-1)!];
      return {
        kind,
        ...(id !== '' && { id }),
        label,
        references: [reference],
        words: normalized(spans.map(({ stream, start, end }) => stream.text.slice(start, end)).join(' ')),
        sha256,
        pages,
        paragraphs,
        speakers: who.map((n) => ({ id: '', name: speakers[n]![0], surname: speakers[n]![1], forms: [] })),
        before: isWhole ? '' : lastWords(first.stream.text.slice(0, first.start)),
        after: isWhole ? '' : firstWords(last.stream.text.slice(last.end)),
        ...(transcribed !== undefined && { transcribed }),
        inReading: inReading === 1,
        spans,
      };
    }),
  };
}

/** The citations of a passage of a packed edition. */
export const citationsIn = (
  { record, patterns }: Packed,
  unit: Unit,
  options: { quoted?: string; pages?: readonly string[] } = {},
): PassageCitations => citationsOfPassage(record, patterns, unit, options);
