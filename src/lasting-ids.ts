import { allocate } from './citation/allocation.js';
import type { PublishedId } from './citation/published-id.js';
import { type Thing, thingsIn } from './citation/things.js';
import { sha256Of } from './citation/units.js';
import { firstStood, type StandingDecision } from './editing/standing.js';
import { MaterialError } from './messages/message.js';
import type { BuildInput } from './pipeline.js';
import type { Edition } from './tei/edition.js';
import { type Encoded, encode } from './tei/encode.js';
import { firstRegistered, idsInOrder, transcribedWords } from './tei/ids.js';
import type { Mark } from './text/marks.js';
import { readerOf } from './text/reading-text.js';
import type { Transcription } from './text/transcription.js';

/** An edition as TEI, in which what was published keeps its ids. */
export interface Lasting extends Encoded {
  register: readonly PublishedId[];
  standing: readonly StandingDecision[];
  /** For ids in the order of the text those that last. */
  names: ReadonlyMap<string, string>;
}

/**
 * Writes an edition with the ids that it has published, and its decisions with the version in which they first stood.
 * What an id stands for is read from the file itself, as citations are; so a file is written, read, and written anew
 * where ids are others than the order of the text gives, or decisions are older than the version.
 */
export function encodeLasting(
  edition: Edition,
  {
    published,
    publishedVersion,
    stood,
    isReleased = false,
    teiFile,
  }: Pick<BuildInput, 'published' | 'publishedVersion' | 'stood' | 'isReleased' | 'teiFile'>,
): Lasting {
  const { transcription, ids, version, date } = edition;
  const stated = { ...(version !== undefined && { version }), ...(date !== undefined && { date }) };
  const present = { ...stated, isReleased };
  const asNew = firstStood(edition.revisions, [], present).changes;
  const encoded = encode({ ...edition, revisions: asNew });
  try {
    const things = withTranscribed(thingsIn(teiFile, encoded.xml), transcription, ids);
    const { names, register } = allocate(things, published, {
      ...(isReleased ? {} : stated),
      ...(publishedVersion !== undefined && { before: publishedVersion }),
    });
    const { changes: revisions, standing } = firstStood(edition.revisions, stood, present, names);
    const isOther =
      [...names].some(([id, name]) => id !== name) || revisions.some((one, n) => one.version !== asNew[n]!.version);
    return { ...(isOther ? encode({ ...edition, revisions }, names) : encoded), register, standing, names };
  } catch (error) {
    // A file that cannot be read is no edition; its validation says why.
    if (error instanceof MaterialError) return { ...encoded, register: published, standing: stood, names: new Map() };
    throw error;
  }
}

function withTranscribed(
  things: readonly Thing[],
  transcription: Transcription,
  ids: ReadonlyMap<Mark, string>,
): Thing[] {
  const words = transcribedWords(transcription, ids);
  const registered = new Map([...ids].map(([mark, id]) => [id, firstRegistered(transcription, mark)]));
  const hashed = (key: 'transcribed' | 'registered', text: string | undefined) =>
    text !== undefined && { [key]: sha256Of(text) };
  return things.map((thing) => ({
    ...thing,
    ...hashed('transcribed', words.get(thing.id)),
    ...hashed('registered', registered.get(thing.id)),
  }));
}

/** The ids of marks before their content is read; paragraphs can be named by them. */
export function lastingIds(
  transcription: Transcription,
  marks: readonly Mark[],
  published: readonly PublishedId[],
): ReadonlyMap<Mark, string> {
  const ids = idsInOrder(marks);
  const reader = readerOf(transcription, marks);
  const read = [...ids].map(([mark, id]): Thing => {
    const words = reader([mark]).text.replace(/\s+/g, ' ').trim();
    return { id, kind: mark.kind, words, sha256: sha256Of(words) };
  });
  const { names } = allocate(withTranscribed(read, transcription, ids), published);
  return new Map([...ids].map(([mark, id]) => [mark, names.get(id)!]));
}
