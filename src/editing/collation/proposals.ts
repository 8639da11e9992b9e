import { distance } from 'fastest-levenshtein';
import type { Message } from '../../messages/message.js';
import type { Certainty, PageMark } from '../../text/marks.js';
import { overlaps, rangeAt, type Transcription } from '../../text/transcription.js';
import type { AnchoredDecision } from '../anchors.js';
import type { Decision } from '../description.js';
import { anchorOf } from '../quoting.js';
import type { Variation, WitnessReading } from './collation.js';

/** A variation with what to do about it. */
export interface Proposal {
  variation: Variation;
  /** Whether the transcription should be mended, or only what witnesses read be recorded. */
  kind: 'reading' | 'variants';
  decision: Decision;
  /** The decision that the edition has on these words. */
  decided?: Decision;
}

export interface Collated {
  transcription: Transcription;
  pages: readonly PageMark[];
  /** What the build has found without decisions: a man who speaks and was not there tells of a misread name. */
  findings: readonly Message[];
  anchored: readonly AnchoredDecision[];
  /** Titles of the witnesses, by siglum. */
  titles: ReadonlyMap<string, string>;
}

/** More words than this that a witness lacks are no words that the machine has invented. */
const INVENTED = 3;

/**
 * What to decide about each variation. A reading is proposed where the machine may have misread: other words, names
 * spelled otherwise, words of the running text dropped or doubled; where as many witnesses bear the transcription out,
 * and for spelling, points and type, what the witnesses read is recorded and the text stays.
 */
export function proposalsOf(variations: readonly Variation[], collated: Collated): Proposal[] {
  return variations.map((variation) => {
    const { transcription, pages, anchored } = collated;
    const taken = variation.readings.find((reading) => isMisreading(variation, reading));
    const decided = anchored.find(
      ({ decision, meant }) =>
        (decision.reading !== undefined || decision.variants !== undefined) && overlaps(meant, variation.meant),
    )?.decision;
    const anchor = anchorOf(transcription, pages, variation.meant);
    const variants = variation.readings
      .filter((reading) => reading !== taken)
      .map(({ reading, witnesses, type }) => ({ reading, witness: oneOrMore(witnesses), type }));
    const decision: Decision = taken
      ? {
          ...anchor,
          reading: taken.reading,
          witness: oneOrMore(taken.witnesses),
          ...(variants.length > 0 && { variants }),
          ...judged(variation, taken, collated),
        }
      : { ...anchor, variants };
    return { variation, kind: taken ? 'reading' : 'variants', decision, ...(decided && { decided }) };
  });
}

const oneOrMore = (sigla: readonly string[]): string | string[] => (sigla.length === 1 ? sigla[0]! : [...sigla]);
const count = (words: string): number => words.match(/\S+/g)?.length ?? 0;

function isMisreading(
  { words, isText, agreeing, lacking }: Variation,
  { reading, witnesses, type }: WitnessReading,
): boolean {
  if (agreeing.length >= witnesses.length || witnesses.every((siglum) => lacking.includes(siglum))) return false;
  if (type === 'orthographic') return isCapitalised(words) && isCapitalised(reading);
  if (type !== 'substantive') return false;
  if (!isText) return count(reading) === count(words) && isAlike(words, reading);
  return reading !== '' || count(words) <= INVENTED;
}

/** By letters, half and more: a field of the form is otherwise worded, not misread. */
const isAlike = (one: string, other: string): boolean =>
  distance(one.toLowerCase(), other.toLowerCase()) * 2 <= Math.max(one.length, other.length);

const isCapitalised = (words: string): boolean => /^\P{L}*\p{Lu}/u.test(words);

/** Forms of one word that copyists and printers change as readily as a machine misreads them. */
const FORMS: readonly ReadonlySet<string>[] = [
  'have has had',
  'am is are was were be been',
  'do does did',
  'will would shall should',
  'can could may might',
  'the a an',
  'this that these those',
].map((forms) => new Set(forms.split(' ')));
const isOtherForm = (one: string, other: string): boolean =>
  FORMS.some((forms) => forms.has(one.toLowerCase()) && forms.has(other.toLowerCase()));

function judged(
  { meant, words }: Variation,
  { reading, witnesses, type }: WitnessReading,
  { transcription, findings, titles }: Collated,
): { certainty: Certainty; reason: string } {
  const named = witnesses.map((siglum) => titles.get(siglum) ?? siglum).join(' and ');
  const reads = reading === '' ? `${named}: the words are not there` : `${named}: “${reading}”`;
  const finding = findings.find(
    ({ file, place, rule }) =>
      file === transcription.file &&
      place &&
      (rule === 'speaker-is-present' || rule === 'spelling-agrees' || rule === 'catchword-matches') &&
      overlaps(rangeAt(place), meant),
  );
  if (finding) return { certainty: 'high', reason: `${finding.reason} ${reads}.` };
  if (reading === '' || count(reading) > count(words) + INVENTED) return { certainty: 'low', reason: `${reads}.` };
  if (count(reading) > count(words)) return { certainty: 'medium', reason: `${reads}.` };
  const isElsewhere = isCapitalised(reading) && transcription.text.includes(reading);
  if (isElsewhere) return { certainty: 'high', reason: `${reads}, as elsewhere in the transcription.` };
  if (isOtherForm(words, reading))
    return { certainty: 'medium', reason: `${reads}; another form of the word, misread or changed by the witness.` };
  return type === 'orthographic'
    ? { certainty: 'medium', reason: `${reads}; the name may be spelled so, or misread.` }
    : { certainty: 'high', reason: `${reads}.` };
}
