import { type Message, message, type Proposal } from '../../messages/message.js';
import { type Mark, type MarkOf, ofKind } from '../../text/marks.js';
import { placeOf, type Range, type Transcription, wordsOf } from '../../text/transcription.js';
import { findDates } from '../dates/dates.js';
import type { Person } from '../people/people.js';
import { type Drafter, UNNAMED } from '../speech/drafter.js';
import { aboutDrafter } from '../speech/unnamed-drafter.js';
import type { Structure } from '../structure.js';
import type { Genre } from './genre.js';

/** A sheet holds some 55 lines of 65 characters; a text of no greater length needs no second one. */
const MORE_THAN_A_SHEET = 3_600;

/** What each kind of document is expected to give. */
const EXPECTED: { readonly [G in Genre]: readonly ('title' | 'date' | 'subject' | 'participants')[] } = {
  conversation: ['title', 'date', 'subject', 'participants'],
  memorandum: ['date', 'subject'],
  letter: ['date'],
  telegram: ['subject'],
  typescript: ['title', 'date', 'subject', 'participants'],
};

/** What the words have given, as far as the form is held against it. */
interface FoundInText {
  people: readonly Person[];
  unread: readonly Range[];
  marks: readonly Mark[];
  drafter?: Drafter;
}

/** What the form leaves out, and what in it does not agree. */
export function checkForm(
  transcription: Transcription,
  structure: Structure,
  { people, unread, marks, drafter }: FoundInText,
): Message[] {
  const { facts, pages } = structure;
  const { file } = transcription;
  const isGiven = {
    title: facts.title !== undefined,
    date: facts.date !== undefined,
    subject: facts.subjects.length > 0,
    participants: facts.people.length > 0 || facts.sameAsBefore !== undefined,
  };
  const missing = EXPECTED[facts.genre].filter((part) => !isGiven[part]);
  return [
    ...(missing.length > 0
      ? [
          message('form-is-complete', {
            file,
            reason: `The form gives no ${missing.join(', no ')}.`,
            advice: 'See whether the paper has them; what it does not give stays open in the edition.',
          }),
        ]
      : []),
    ...(pages.length === 1 && transcription.text.length > MORE_THAN_A_SHEET
      ? [
          message('pages-are-found', {
            file,
            reason: 'No page break could be told: the whole text counts as page 1.',
            advice:
              'This is right for a single sheet; otherwise see whether heads and feet were left out of the transcription.',
          }),
        ]
      : []),
    ...pages
      .filter(({ by, certainty }) => by === 'memcon' && certainty === 'low')
      .map((page) =>
        message('pages-are-found', {
          file,
          place: placeOf(transcription, { start: page.start, end: page.start }),
          reason: `Page ${page.n} is told from a single line of furniture.`,
          advice: 'Compare with the paper.',
          proposals: [pageBegins(transcription, page)],
        }),
      ),
    ...annotationsBeforeTheTalk(transcription, structure),
    ...weekdays(transcription, marks),
    ...unreadParticipants(transcription, unread),
    ...(drafter?.certainty === 'low' ? [unknownDrafter(transcription, drafter)] : []),
    ...unresolvedNames(transcription, people),
  ];
}

function pageBegins(transcription: Transcription, { start, evidence }: Structure['pages'][number]): Proposal {
  const first = start + /^\s*/.exec(transcription.text.slice(start))![0].length;
  const at = placeOf(transcription, { start: first, end: first });
  return { why: evidence, certainty: 'low', decisions: [{ at, break: 'page' }] };
}

/** An approval or filing note dated before the conversation, or years after it, is misread or belongs elsewhere. */
function annotationsBeforeTheTalk(transcription: Transcription, { marks, facts }: Structure): Message[] {
  const { date } = facts;
  if (!date) return [];
  return ofKind(marks, 'annotation').flatMap((mark: MarkOf<'annotation'>) => {
    const words = wordsOf(transcription, mark);
    // "1963" is not before 10 January 1963: only as much of the two is compared as both give.
    const early = findDates(words, undefined).find(
      ({ when }) => when !== undefined && when < date.slice(0, when.length),
    );
    if (!early) return [];
    const range = { start: mark.start + early.start, end: mark.start + early.end };
    return [
      message('dates-agree', {
        file: transcription.file,
        place: placeOf(transcription, range),
        words: wordsOf(transcription, range),
        reason: `The annotation is dated ${early.when}, before the conversation of ${date}.`,
        advice: 'Compare both dates with the paper; one is misread, or the note is older than the memorandum.',
      }),
    ];
  });
}

function unknownDrafter({ file }: Transcription, drafter: Drafter): Message {
  const { person, evidence, others } = drafter;
  return message('drafter-is-known', {
    file,
    words: 'I',
    reason: aboutDrafter(drafter, 'editor'),
    advice: 'Write drafter: with the id of the person in edition.yaml; the turns of “I” will be his.',
    ...(person.id !== UNNAMED && {
      proposals: [
        { why: evidence, certainty: 'low', decisions: [{ drafter: person.id }] },
        ...others.map(({ id, preferred }) => ({
          why: `${preferred} held office in Washington that day`,
          certainty: 'low' as const,
          decisions: [{ drafter: id }],
        })),
      ],
    }),
  });
}

function weekdays(transcription: Transcription, marks: readonly Mark[]): Message[] {
  return ofKind(marks, 'date').flatMap(({ weekday, when, ...mark }): Message[] => {
    if (!weekday) return [];
    const words = wordsOf(transcription, mark);
    return [
      message('weekday-fits', {
        file: transcription.file,
        place: placeOf(transcription, mark),
        words,
        reason: `“${words.replace(/\s+/g, ' ')}”: ${when ?? 'that day'} was a ${weekday.real}, not a ${weekday.written}.`,
        advice: `Compare the date with the paper; if the date is right, read “${weekday.real}”.`,
        ...dayOfTheWeek(transcription, mark, weekday),
      }),
    ];
  });
}

function dayOfTheWeek(
  transcription: Transcription,
  date: Range,
  { written, real }: NonNullable<MarkOf<'date'>['weekday']>,
): { proposals?: Proposal[] } {
  const index = wordsOf(transcription, date).indexOf(written);
  if (index < 0) return {};
  const at = placeOf(transcription, { start: date.start + index, end: date.start + index + written.length });
  return {
    proposals: [{ why: `that day was a ${real}`, certainty: 'medium', decisions: [{ at, reading: real }] }],
  };
}

function unreadParticipants(transcription: Transcription, unread: readonly Range[]): Message[] {
  return unread.map((range) =>
    message('participants-are-read', {
      file: transcription.file,
      place: placeOf(transcription, range),
      words: wordsOf(transcription, range),
      reason: `No person could be read from “${wordsOf(transcription, range).replace(/\s+/g, ' ')}” in the list of participants.`,
      advice: 'See whether the line is misread; name the person by a decision, or leave it if it names nobody.',
    }),
  );
}

function unresolvedNames({ file }: Transcription, people: readonly Person[]): Message[] {
  const unknown = people.filter(({ record, id }) => !record && id !== UNNAMED).map(({ name }) => name);
  if (unknown.length === 0) return [];
  return [
    message('name-resolves', {
      file,
      words: unknown.join(', '),
      reason: `No authority file knows ${unknown.join(', ')}.`,
      advice: 'Add them to an authority file with their life dates and offices, or leave them as this edition’s own.',
    }),
  ];
}
