/** What became of the words of an id that stands for nothing any more. */
export interface Gone {
  /** The first version of the edition without it. */
  readonly version?: string;
  /** The day of that version, ISO 8601. */
  readonly date?: string;
  /** The ids that have its words now; none where they were left out. */
  readonly to: readonly string[];
}

/** An id that an edition has published, with the words it stands for, or stood for where it is gone. */
export interface PublishedId {
  readonly id: string;
  /** What it is: page, paragraph, turn …; absent in files of memcon 0.1.0, whose hash is that of the transcription. */
  readonly kind?: string;
  /** As they are read, white space single. */
  readonly words: string;
  readonly before?: string;
  readonly after?: string;
  /** SHA-256 of the words in UTF-8, in hexadecimal: the same as in every citation. */
  readonly sha256: string;
  /** The same of the words of the transcription, where they are others. */
  readonly transcribed?: string;
  /** The words that it was first published for, where it stands for others now. */
  readonly first?: string;
  /** The version in which it first stood. */
  readonly since?: string;
  /** The last version in which it stood. */
  readonly until?: string;
  readonly gone?: Gone;
}

/** The beginning of an id, which says its kind. */
export const prefixOf = (id: string): string => id.split('.')[0]!;

/** By kind and number, so that two branches of a history that add ids can be joined line by line. */
export function byNumber({ id: one }: { id: string }, { id: other }: { id: string }): number {
  const [mine, its] = [one.split('.'), other.split('.')];
  for (let n = 0; n < Math.max(mine.length, its.length); n++) {
    const [a = '', b = ''] = [mine[n], its[n]];
    if (a === b) continue;
    const difference = Number(a) - Number(b);
    return Number.isNaN(difference) ? (a < b ? -1 : 1) : difference;
  }
  return 0;
}
