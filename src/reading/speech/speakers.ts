import type { Certainty } from '../../text/marks.js';
import { overlaps } from '../../text/transcription.js';
import { identify } from '../people/identify.js';
import { knownPerson } from '../people/known-people.js';
import type { Mention } from '../people/mention.js';
import { resolveOffice } from '../people/offices.js';
import { bearerOfGivenName, type Cast, type Company, introduce, type Person } from '../people/people.js';
import { isCourtesy, TITLE_PATTERN, usualCase } from '../people/titles.js';
import { byInitials, type SpeakerLabel } from './dialogue.js';

/** A label with the one who speaks behind it. */
export interface LabelledSpeaker extends SpeakerLabel {
  person: Person;
  certainty: Certainty;
  evidence: string;
}

const TITLED = new RegExp(`^(?<title>${TITLE_PATTERN})\\s+(?<name>.+)$`, 'u');

/** Who speaks behind each label; whoever nobody knows is an entry of this edition's own. */
export function speakersOf(labels: readonly SpeakerLabel[], company: Company): LabelledSpeaker[] {
  const known = new Map<string, Pick<LabelledSpeaker, 'person' | 'certainty' | 'evidence'>>();
  return labels.map((label) => {
    const { written, mention } = label;
    const found = mention ?? known.get(written) ?? speakerOf(written, company);
    known.set(written, found);
    const { person, certainty, evidence } = found;
    return { ...label, person, certainty, evidence };
  });
}

function speakerOf(written: string, company: Company) {
  const { cast } = company;
  const listed = cast.people.filter((person) => person.listed);
  const people = listed.length > 0 ? listed : cast.people;
  if (/^[QA]\.$/.test(written)) return inInterview(written, people, cast);
  if (/^\p{Lu}{1,4}\.?$/u.test(written) || /^\p{Lu}\p{Ll}$/u.test(written)) {
    const person = byInitials(written, people) ?? byInitials(written, cast.people);
    if (person) return { person, certainty: 'medium' as const, evidence: 'initials before a turn' };
    const office = INITIALS_OF_OFFICES[written];
    const holder = office && resolveOffice(office, company);
    if (holder) return { ...holder, certainty: 'medium' as const, evidence: 'initial of an office before a turn' };
  }
  const byGiven = bearerOfGivenName(people, written);
  if (byGiven) return { person: byGiven, certainty: 'medium' as const, evidence: 'given name before a turn' };
  const { title, name = written.replace(/^the\s+/i, '') } = TITLED.exec(written)?.groups ?? {};
  return (
    knownPerson(company, name) ?? identify(company, { name, ...(title !== undefined && { title: usualCase(title) }) })
  );
}

/** In an interview whoever holds an office answers, and the other asks. */
function inInterview(written: string, people: readonly Person[], cast: Cast) {
  const able = people.filter(({ interpreter }) => !interpreter);
  const answers =
    able.find(({ listedAs, record }) => listedAs !== undefined || (record && record.terms.length > 0)) ??
    able.find(({ roles, titles }) => roles.length > 0 || [...titles].some((title) => !isCourtesy(title)));
  const asks = able.find((person) => person !== answers);
  const named = written === 'A.' ? answers : asks;
  const known = cast.people.find(({ id }) => id === INTERVIEWER.id);
  const person = named ?? known ?? introduce(cast, INTERVIEWER, 'office');
  return { person, certainty: named ? ('medium' as const) : ('low' as const), evidence: 'question and answer' };
}

const INTERVIEWER = {
  id: 'person.interviewer',
  name: 'The interviewer',
  surname: 'interviewer',
  met: { certainty: 'low', evidence: 'question and answer' },
} as const;

/** In records of telephone calls the President is P and the Secretary S. */
const INITIALS_OF_OFFICES: Readonly<Record<string, string>> = { P: 'President', S: 'Secretary', VP: 'Vice President' };

/** Of each paragraph, the names that were found only as labels. */
export function labelMentions(speakers: readonly LabelledSpeaker[]): Map<number, Mention[]> {
  const found = new Map<number, Mention[]>();
  for (const { mention, paragraph, name, person, certainty, evidence } of speakers) {
    if (mention) continue;
    const those = found.get(paragraph) ?? [];
    those.push({ ...name, person, kind: 'name', certainty, evidence });
    found.set(paragraph, those);
  }
  return found;
}

/** A label's name takes the place of whatever was found in it. */
export const withLabels = (mentions: readonly Mention[], labels: readonly Mention[]): Mention[] =>
  [...mentions.filter((mention) => !labels.some((label) => overlaps(label, mention))), ...labels].sort(
    (one, other) => one.start - other.start,
  );
