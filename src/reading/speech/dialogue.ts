import type { Range } from '../../text/transcription.js';
import type { Mention } from '../people/mention.js';
import type { Person } from '../people/people.js';
import { sideNamed } from '../people/sides.js';
import { NAME_PATTERN, TITLE_PATTERN } from '../people/titles.js';

/** A paragraph as labels are looked for in it. */
export interface LabelledParagraph {
  text: string;
  mentions: readonly Mention[];
  /** Whether a line of the transcription begins at this offset of the text. */
  beginsLine(offset: number): boolean;
}

/** The words before a turn in dialogue form; offsets in the paragraph's reading text. */
export interface SpeakerLabel extends Range {
  paragraph: number;
  /** Who speaks, within the label. */
  name: Range;
  /** Present where the label is a name or office already found. */
  mention?: Mention;
  written: string;
}

/** Somebody before a colon, with what the typist says of how he speaks: "Rabin [interrupting]:". */
const LABEL = new RegExp(
  `(?<lead>(?:\\(?\\d{1,3}[.)]\\s+)?)(?<name>(?:The\\s+|the\\s+|THE\\s+)?(?:(?:${TITLE_PATTERN})\\s+)?(?:${NAME_PATTERN}|\\p{Lu}[\\p{Lu}'’-]+(?:\\s\\p{Lu}[\\p{Lu}'’-]+){0,3}|\\p{Lu}{1,4}|\\p{Lu}\\p{Ll}?))(?<aside>\\s*(?:\\([^()]{1,60}\\)|\\[[^\\][]{1,60}\\]))?(?<colon>\\s*:)(?=\\s|$)`,
  'uy',
);
/** A question or an answer: "Q.", "A.". */
const QUESTION_OR_ANSWER = /(?<name>[QA])(?<colon>\.)(?=\s|$)/uy;
const LONGEST_LABEL = 120;
/** Words before a colon that are no people. */
const NO_PERSON =
  /^(?:The\s+)?(?:Comments?|Notes?|Subjects?|Place|Date|Time|Re|Ref|References?|Actions?(?:\s.*)?|Attachments?|Enclosures?|Participants?|Present|Copies|Conclusions?|Summary|Recommendations?|Background|Decisions?|Purpose|Question|Answer|Result|Example|Warning|Postscript|P\.?\s?S|Distribution|Drafted(?:\s.*)?|Approved(?:\s.*)?|Cleared(?:\s.*)?|Prepared(?:\s.*)?|Classified(?:\s.*)?|To|From|Through|Via|Info|Source|Setting|Agenda|Points?|First|Second|Third|Finally|Dear(?:\s.*)?|My Dear(?:\s.*)?|Meeting(?:\s.*)?|Memorandum(?:\s.*)?|Position|Problem|Discussion|Issues?|Response|Reply)$/i;

/**
 * The labels of a text in dialogue form: a line that begins with a participant, an office, a name with a title or one
 * that comes again, or initials that come again, and a colon. Two that are surely people make a dialogue.
 */
export function findLabels(paragraphs: readonly LabelledParagraph[], people: readonly Person[]): SpeakerLabel[] {
  const candidates = paragraphs.flatMap((paragraph, index) => atLineStarts(paragraph, index));
  const times = new Map<string, number>();
  for (const { written } of candidates) times.set(written, (times.get(written) ?? 0) + 1);
  const comesAgain = ({ written }: SpeakerLabel) => (times.get(written) ?? 0) > 1;
  const interview = (times.get('Q.') ?? 0) > 1 && (times.get('A.') ?? 0) > 1;
  const isSure = (label: SpeakerLabel): boolean => {
    const { written, mention } = label;
    if (/^[QA]\.$/.test(written)) return interview;
    if (/^\p{Lu}{1,4}$/u.test(written)) return comesAgain(label) && byInitials(written, people) !== undefined;
    return mention !== undefined || TITLED.test(written);
  };
  const mayBe = (label: SpeakerLabel): boolean => comesAgain(label) && !/^(?:[QA]\.|\p{Lu}{2,4})$/u.test(label.written);
  const sure = candidates.filter(isSure);
  const speakers = new Set(sure.map(({ mention }) => mention?.person));
  const within = paragraphs.flatMap((paragraph, index) => atSentences(paragraph, index, speakers));
  const alone =
    people.every(({ listed }) => !listed) && new Set(candidates.filter(mayBe).map(({ written }) => written)).size > 1;
  if (sure.length + (sure.length > 0 ? within.length : 0) < 2 && !alone) return [];
  const labels = candidates.filter((label) => isSure(label) || mayBe(label));
  const known = new Set(labels.map(({ paragraph, start }) => `${paragraph} ${start}`));
  return [...labels, ...within.filter(({ paragraph, start }) => !known.has(`${paragraph} ${start}`))].sort(
    (one, other) => one.paragraph - other.paragraph || one.start - other.start,
  );
}

const TITLED = new RegExp(`^(?:${TITLE_PATTERN})\\s+\\p{Lu}`, 'u');

function atLineStarts(paragraph: LabelledParagraph, index: number): SpeakerLabel[] {
  const { text } = paragraph;
  // A label holds no sentence: only the beginnings of lines shortly before a colon are tried.
  const starts = new Set([0]);
  for (const { index: colon } of text.matchAll(/:(?=\s|$)/g)) {
    for (let at = colon; at > Math.max(0, colon - LONGEST_LABEL); at--) {
      if (text[at - 1] === ' ' && paragraph.beginsLine(at)) {
        starts.add(at);
        break;
      }
    }
  }
  return [...starts].flatMap((start) => labelAt(paragraph, index, start) ?? []);
}

/** A participant, or one who has a label elsewhere, before a colon where a sentence begins. */
const atSentences = (
  paragraph: LabelledParagraph,
  index: number,
  speakers: ReadonlySet<Person | undefined>,
): SpeakerLabel[] =>
  paragraph.mentions
    .filter(
      ({ start, person }) =>
        start > 0 &&
        (person.listed || speakers.has(person)) &&
        /[.?!\])]["”’]?\s+$/.test(paragraph.text.slice(start - 4, start)),
    )
    .flatMap(({ start }) => labelAt(paragraph, index, start) ?? [])
    .filter(({ mention }) => mention !== undefined);

function labelAt({ text, mentions }: LabelledParagraph, paragraph: number, start: number): SpeakerLabel | undefined {
  LABEL.lastIndex = start;
  QUESTION_OR_ANSWER.lastIndex = start;
  const match = LABEL.exec(text) ?? QUESTION_OR_ANSWER.exec(text);
  const { lead = '', name = '', aside = '', colon = '' } = match?.groups ?? {};
  if (!match || NO_PERSON.test(name) || sideNamed(name) !== undefined) return undefined;
  const named = { start: start + lead.length, end: start + lead.length + name.length };
  const mention = mentions.find((found) => found.start === named.start && found.end === named.end);
  const end = named.end + aside.length + colon.length;
  const written = colon === '.' ? `${name}.` : name;
  return { paragraph, start: named.start, end, name: named, written, ...(mention && { mention }) };
}

/** Who is meant by initials: the office or the surname that they begin, or all of a name's initials. */
export function byInitials(initials: string, people: readonly Person[]): Person | undefined {
  const letters = initials.toUpperCase().replace(/[^\p{L}]/gu, '');
  const one = (found: readonly Person[]) => (found.length === 1 ? found[0] : undefined);
  const initialsOf = (words: string) =>
    words
      .split(/[\s.-]+/)
      .map((word) => word[0] ?? '')
      .join('')
      .toUpperCase();
  const office = people.filter(({ listedAs, titles }) =>
    [...titles, ...(listedAs === undefined ? [] : [listedAs])].some(
      (title) => !/\.$/.test(title) && initialsOf(title) === letters,
    ),
  );
  return (
    one(people.filter(({ surname }) => initialsOf(surname)[0] === letters)) ??
    one(people.filter(({ name }) => initialsOf(name) === letters)) ??
    one(office)
  );
}
