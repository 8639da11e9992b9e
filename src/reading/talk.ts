import type { Message } from '../messages/message.js';
import { type Mark, ofKind } from '../text/marks.js';
import type { Reader, ReadingText } from '../text/reading-text.js';
import { contains, type Range, type Transcription } from '../text/transcription.js';
import { catchwordsIn } from './pages/catchwords.js';
import type { Mention } from './people/mention.js';
import { findMentions, noteTitles } from './people/names.js';
import { nearestOf } from './people/nearness.js';
import { withPossessor } from './people/office-mentions.js';
import { type Company, type Met, type Person, personOfRecord } from './people/people.js';
import { checkPeople } from './people/people-checks.js';
import { type Absence, type Catchword, proposeSpeakers, viewsOfAbsent } from './speech/absent.js';
import { findLabels } from './speech/dialogue.js';
import { type Drafter, drafterOf } from './speech/drafter.js';
import { labelMentions, speakersOf, withLabels } from './speech/speakers.js';
import { readSpeech } from './speech/speech.js';
import { checkSpeech } from './speech/speech-checks.js';
import { marksOfTurns } from './speech/turn-marks.js';
import type { TurnPart } from './speech/turns.js';
import type { Structure } from './structure.js';

export interface TalkInput {
  transcription: Transcription;
  structure: Structure;
  read: Reader;
  /** Id of the drafter, where the editor has named him. */
  drafterId?: string | undefined;
  /** Whoever wrote the document, as its form names him. */
  writer?: Person | undefined;
  /** Who is meant by certain words, where the editor has settled it. */
  settled?: readonly { meant: Range; id: string }[] | undefined;
}

/** Who is named in each paragraph, who speaks, and what is to be asked about it. */
export interface Talk {
  body: readonly { reading: ReadingText; mentions: readonly Mention[] }[];
  turns: Mark[];
  drafter?: Drafter;
  messages: Message[];
}

/** The paragraphs of a document, with the people and the turns of speech in them. */
export function readTalk(input: TalkInput, company: Company): Talk {
  const { transcription, structure, read } = input;
  const { facts } = structure;
  const { cast, day } = company;
  const readings = ofKind(structure.marks, 'paragraph').map(({ parts }) => read(parts));
  const texts = readings.map(({ text }) => text);
  for (const text of texts) noteTitles(text, company);
  // A first pass meets everyone, so that a surname is known before its full name is reached.
  for (const text of texts) findMentions(text, company);
  const found = readings.map((reading) =>
    findMentions(reading.text, company).map((mention) => asSettled(mention, reading, input, company)),
  );
  const labels = speakersOf(
    findLabels(
      readings.map((reading, i) => ({
        text: reading.text,
        mentions: found[i]!,
        beginsLine: (offset) => beginsLine(transcription, reading, offset),
      })),
      cast.people,
    ),
    company,
  );
  const named = labelMentions(labels);
  const mentions = nearestOf(found.map((those, i) => withLabels(those, named.get(i) ?? [])));
  const drafter = drafterOf(
    {
      drafterId: input.drafterId,
      inForm: input.writer,
      hasList: facts.people.length > 0,
      mentioned: new Set(mentions.flatMap((those) => those.map(({ person }) => person))),
      place: facts.place && read([facts.place]).text,
      texts: labels.length > 0 ? [] : texts,
    },
    company,
  );
  const isTalk = facts.genre === 'conversation' || facts.genre === 'typescript' || labels.length > 0;
  const paragraphs = texts.map((text, i) => ({ text, mentions: mentions[i]! }));
  const { turns, absent, unclear } = readSpeech(isTalk ? paragraphs : [], cast, drafter, { labels, day });
  const body = readings.map((reading, i) => ({
    reading,
    mentions: mentions[i]!.map((mention) => asSaid(mention, i, turns, company)),
  }));
  const proposed = proposeSpeakers(absent, { turns, cast, day, catchwords: catchwordsOf(structure, read) });
  const absences = [...proposed, ...viewsOfAbsent(paragraphs, proposed, turns)];
  const placed = body.flatMap(({ reading, mentions: those }) =>
    those.map((mention) => ({ mention, range: reading.source(mention) })),
  );
  return {
    body,
    turns: marksOfTurns(
      turns.map((turn) => withProposed(turn, proposed)),
      labels,
      readings,
      ofKind(structure.marks, 'emphasis'),
    ),
    ...(drafter && { drafter }),
    messages: [
      ...checkSpeech({ transcription, readings, cast, day }, absences, unclear, turns),
      ...checkPeople(transcription, placed, company),
    ],
  };
}

/** The mention as the editor has settled it, so that turns follow the decision. */
function asSettled(mention: Mention, reading: ReadingText, { settled = [] }: TalkInput, company: Company): Mention {
  const { cast, authorities } = company;
  const range = reading.source(mention);
  const decided = settled.find(({ meant }) => contains(range, meant) || contains(meant, range));
  if (!decided) return mention;
  const record = authorities.byId(decided.id);
  const person =
    cast.people.find(({ id }) => id === decided.id) ??
    (record?.kind === 'person' ? personOfRecord(cast, record, DECIDED) : undefined);
  if (!person) return mention;
  const { others: _, spelling: __, whose: ___, ...rest } = mention;
  return { ...rest, person, ...DECIDED };
}

const DECIDED: Met = { certainty: 'high', evidence: 'decided by the editor' };

/** An office in somebody's words is one of his side, where he says "our" or "your". */
function asSaid(mention: Mention, paragraph: number, turns: readonly TurnPart[], company: Company): Mention {
  if (!mention.whose) return mention;
  const turn = turns.find((part) => part.paragraph === paragraph && contains(part, mention));
  return turn ? withPossessor(mention, turn.who[0]!, company) : mention;
}

/** Where somebody absent is made to speak, the participant who fits may have spoken instead. */
function withProposed(turn: TurnPart, absences: readonly Absence[]): TurnPart {
  const proposed = absences.find(({ person }) => turn.who.includes(person))?.proposed;
  return proposed ? { ...turn, others: [proposed.person] } : turn;
}

/** The catchwords, each with the beginning of the page that follows. */
function catchwordsOf({ marks, pages }: Structure, read: Reader): Catchword[] {
  const parts = ofKind(marks, 'paragraph').flatMap((mark) => mark.parts);
  return catchwordsIn(marks, pages, parts).map(({ catchword, page, begins }) => ({
    page: page.n,
    words: read([catchword]).text,
    opening: read([begins]).text.slice(0, 80),
  }));
}

/** Whether the transcription begins a line at an offset of the reading text. */
const beginsLine = ({ text }: Transcription, reading: ReadingText, offset: number): boolean => {
  if (offset === 0) return true;
  const { start, end } = reading.source({ start: offset - 1, end: offset });
  return /\n/.test(text.slice(start, end));
};
