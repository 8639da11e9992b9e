import type { Proposal } from '../messages/message.js';
import { ofKind } from '../text/marks.js';
import { overlaps, type Range, rangeAt, wordsOf } from '../text/transcription.js';
import type { Means } from './consequences.js';
import { NOBODY } from './description.js';
import type { Option, ReviewMaterial, Suggested } from './review-entry.js';
import { bare, type Refuse, type Said, suggestion, TO_BE_WRITTEN } from './suggestions.js';

/** What `edition.yaml` keeps of a proposal: that it was one, and what spoke for it. */
export const reasonOf = (why: string): string => `Proposed by memcon: ${why}.`;

/** A proposal as decisions; absent where other decisions stand in its way. */
export function proposed(material: ReviewMaterial, proposal: Proposal, does: Option['does']): Option | undefined {
  const { decisions, why, certainty } = proposal;
  const suggested = decisions.flatMap(({ at, file: _, after: __, drafter: ___, ...said }): Suggested[] => {
    const one = at && suggestion(material, rangeAt(at), { ...said, certainty, reason: reasonOf(why) });
    return one ? [one] : [];
  });
  const drafter = decisions.find((decision) => decision.drafter !== undefined)?.drafter;
  if (suggested.length === 0 && drafter === undefined) return undefined;
  return {
    does,
    says: eachInWords(material, proposal).join(', '),
    decisions: suggested,
    ...(drafter !== undefined && { describes: { drafter } }),
  };
}

/** What a proposal comes to, at each of its places, in a few words. */
export function eachInWords(material: ReviewMaterial, { decisions }: Pick<Proposal, 'decisions'>): string[] {
  const each = decisions.map(({ at: _, after: __, file: ___, drafter, ...said }) =>
    drafter === undefined ? saidInWords(material, said) : nameOf(material, drafter),
  );
  return [...new Set(each)];
}

function saidInWords(material: ReviewMaterial, said: Said): string {
  const { reading, speaker, person, hand, furniture } = said;
  if (reading !== undefined) return `“${reading}”`;
  if (said.break !== undefined) return said.break === 'page' ? 'a page begins here' : 'no page begins here';
  if (person !== undefined) return nameOf(material, person);
  if (speaker !== undefined) {
    const names = [speaker].flat().map((id) => nameOf(material, id));
    return `${names.join(' and ')} ${names.length > 1 ? 'speak' : 'speaks'}`;
  }
  return hand ?? furniture ?? '';
}

export const nameOf = ({ people }: ReviewMaterial, id: string): string =>
  id === NOBODY ? 'nobody' : (people.find((person) => person.id === id)?.name ?? id);

/** Leaves what stands, at all these places. */
export function leaving(places: readonly Range[], means: readonly Means[], refuse: Refuse): Option[] {
  if (!means.includes('keep')) return [];
  const kept = [...new Set(places.flatMap((place) => refuse(place) ?? []))];
  return kept.length === 0 ? [] : [{ does: 'refuse', says: 'leave it as it stands', decisions: kept }];
}

/** No page begins where one was told. */
export function running(material: ReviewMaterial, at: Range): Option[] {
  const none = suggestion(material, at, { break: 'none', reason: TO_BE_WRITTEN });
  return none ? [{ does: 'refuse', says: 'no page begins here', decisions: [none] }] : [];
}

/** What else an editor might decide: words to be written over, anyone who was there. */
export function changes(
  material: ReviewMaterial,
  meant: Range,
  means: readonly Means[],
  proposals: readonly Proposal[],
): Option[] {
  const words = wordsOf(material.transcription, bare(material, meant)).replace(/\s+/g, ' ');
  const turn = ofKind(material.marks, 'turn').find((mark) => overlaps(mark, meant));
  const present = material.people.filter(({ listed, interpreter }) => listed && !interpreter).map(({ id }) => id);
  const proposed = proposals.flatMap(({ decisions }) => decisions.map(({ speaker }) => speaker));
  const others = present.filter((id) => !proposed.includes(id));
  // Words in the turn of somebody who may well speak say nothing of who does.
  const isOpen = turn?.who.some((id) => !present.includes(id)) ?? false;
  return [
    // The words as they stand: whoever forgets to alter them is told that nothing has changed.
    ...(means.includes('reading')
      ? changed(material, 'another reading', [meant], { reading: words, reason: TO_BE_WRITTEN })
      : []),
    ...(means.includes('speaker') && isOpen ? anyOf(material, 'speaker', others, [meant]) : []),
  ];
}

const SAYS = { speaker: 'another speaker', person: 'another person', hand: 'a hand' } as const;

/** Somebody else, or another hand: the first of those who come into question, and the others to choose from. */
export function anyOf(
  material: ReviewMaterial,
  key: keyof typeof SAYS,
  ids: readonly string[],
  places: readonly Range[],
): Option[] {
  if (ids.length === 0) return [];
  const choices = ids.map((id) => ({ id, name: nameOf(material, id) }));
  return changed(material, SAYS[key], places, { [key]: ids[0] }).map((option) => ({ ...option, choices }));
}

/** One decision, at each of some places, that the software does not propose. */
function changed(material: ReviewMaterial, says: string, places: readonly Range[], said: Said): Option[] {
  const decisions = places.flatMap((place) => suggestion(material, place, said) ?? []);
  return decisions.length === 0 ? [] : [{ does: 'change', says, decisions }];
}
