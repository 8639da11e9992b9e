import { type Message, message } from '../messages/message.js';
import { type MarkOf, ofKind } from '../text/marks.js';
import { placeOf, type Transcription, wordsOf } from '../text/transcription.js';
import { findDates } from './dates.js';
import type { Person } from './people.js';
import type { Structure } from './structure.js';

/** What the form leaves out, and dates out of order. */
export function checkForm(transcription: Transcription, structure: Structure, people: readonly Person[]): Message[] {
  const { facts, pages } = structure;
  const { file } = transcription;
  const missing = [
    ...(facts.title ? [] : ['title']),
    ...(facts.date ? [] : ['date']),
    ...(facts.subjects.length > 0 ? [] : ['subject']),
    ...(facts.people.length > 0 ? [] : ['participants']),
  ];
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
    ...(pages.length === 1
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
      .filter(({ certainty }) => certainty === 'low')
      .map((page) =>
        message('pages-are-found', {
          file,
          place: placeOf(transcription, { start: page.start, end: page.start }),
          reason: `Page ${page.n} is told from a single line of furniture.`,
          advice: 'Compare with the paper.',
        }),
      ),
    ...annotationsBeforeTheTalk(transcription, structure),
    ...unresolvedNames(transcription, people),
  ];
}

/** An approval or filing note dated before the conversation, or years after it, is misread or belongs elsewhere. */
function annotationsBeforeTheTalk(transcription: Transcription, { marks, facts }: Structure): Message[] {
  const { date } = facts;
  if (!date) return [];
  return ofKind(marks, 'annotation').flatMap((mark: MarkOf<'annotation'>) => {
    const words = wordsOf(transcription, mark);
    const early = findDates(words, undefined).find(({ when }) => when !== undefined && when < date);
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

function unresolvedNames({ file }: Transcription, people: readonly Person[]): Message[] {
  const unknown = people.filter(({ record, id }) => !record && id !== 'person.drafter').map(({ name }) => name);
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
