import type { Message, Proposal } from '../messages/message.js';
import { type Range, rangeAt, wordsOf } from '../text/transcription.js';
import { CONSEQUENCES, OF_FINDING, OF_MARK } from './consequences.js';
import { NOBODY } from './description.js';
import { type Doubt, doubtsIn } from './doubts.js';
import { passageAt } from './passages.js';
import type { Entry, Option, ReviewMaterial } from './review-entry.js';
import { anyOf, changes, eachInWords, leaving, nameOf, proposed, reasonOf, running } from './review-options.js';
import { inTheWay, opening, type Refuse, refuser, type Said, suggestion } from './suggestions.js';

/** What waits for the editor, most consequential first, and what was found and nothing in `edition.yaml` can settle. */
export function waitingIn(material: ReviewMaterial): { entries: Entry[]; notes: Message[] } {
  const canBeSettled = (found: Message) =>
    stakeOf(found).means.length > 0 && (found.place !== undefined || found.proposals !== undefined);
  const refuse = refuser(material);
  const entries = [
    ...material.findings.filter(canBeSettled).map((found) => ofFinding(material, found, refuse)),
    ...doubtsIn(material).map((doubt) => ofDoubt(material, doubt, refuse)),
  ];
  return { entries: entries.sort(inOrder), notes: material.findings.filter((found) => !canBeSettled(found)) };
}

const RANK = Object.keys(CONSEQUENCES);
const CERTAINTY = ['low', 'medium', 'high'];

const inOrder = (one: Entry, other: Entry): number =>
  RANK.indexOf(one.consequence) - RANK.indexOf(other.consequence) ||
  CERTAINTY.indexOf(one.certainty) - CERTAINTY.indexOf(other.certainty) ||
  (one.passages[0]?.meant.start ?? 0) - (other.passages[0]?.meant.start ?? 0);

const stakeOf = ({ rule }: Message) => OF_FINDING[rule as keyof typeof OF_FINDING];

function ofFinding(material: ReviewMaterial, found: Message, refuse: Refuse): Entry {
  const { consequence, means } = stakeOf(found);
  const proposals = (found.proposals ?? []).map((proposal) => withWordsMended(material, proposal));
  const first = proposals[0]?.decisions.flatMap(({ at }) => (at ? [rangeAt(at)] : [])) ?? [];
  const place = found.place && rangeAt(found.place);
  const meant = first[0] ?? place;
  const ways = proposals.flatMap((proposal, i) => proposed(material, proposal, i === 0 ? 'accept' : 'change') ?? []);
  const decided = meant && (means.includes('keep') ? inTheWay(material, meant, { keep: true }) : undefined);
  return {
    consequence,
    what: found.rule,
    certainty: found.severity === 'info' ? (proposals[0]?.certainty ?? 'medium') : 'low',
    passages: (first.length > 1 ? first : place ? [place] : []).map((range) => passageAt(material, range)),
    stands: (found.words ?? '').replace(/\s+/g, ' '),
    proposed: [...new Set(proposals.filter(isAlike).flatMap((proposal) => eachInWords(material, proposal)))],
    evidence: found.reason,
    advice: found.advice,
    options: [
      ...ways.slice(0, 1),
      ...(means.includes('break') && meant ? running(material, meant) : leaving(place ? [place] : [], means, refuse)),
      ...ways.slice(1),
      ...(meant ? changes(material, meant, means, proposals) : []),
    ],
    ...(decided && { decided }),
  };
}

/** Whether a proposal settles the finding as the first one does: by another reading, by another person. */
const isAlike = ({ decisions: [one] }: Proposal, _: number, all: readonly Proposal[]): boolean => {
  const [first] = all[0]!.decisions;
  return (one?.reading === undefined) === (first?.reading === undefined);
};

/** Words that are read after others which are misread themselves are read as those ought to be. */
function withWordsMended({ findings }: ReviewMaterial, proposal: Proposal): Proposal {
  const [{ after, ...said } = {}, ...more] = proposal.decisions;
  if (!after || more.length > 0) return proposal;
  const reading = findings
    .flatMap(({ proposals: [first] = [] }) => first?.decisions ?? [])
    .find(({ at, reading: own }) => own !== undefined && at?.start.offset === after.start.offset)?.reading;
  return reading === undefined
    ? proposal
    : { ...proposal, why: `${proposal.why}, which is to be read “${reading}”`, decisions: [{ ...said, reading }] };
}

type DoubtfulMark = Doubt['marks'][number];

function ofDoubt(material: ReviewMaterial, { kind, certainty, marks }: Doubt, refuse: Refuse): Entry {
  const { consequence, means } = OF_MARK[kind];
  const places = marks.map((mark) => wordsMeant(material, mark));
  const stands = [...new Set(marks.map((mark) => standing(material, mark)))].filter(Boolean).join(', ');
  const others = [...new Set(marks.flatMap((mark) => ('others' in mark ? (mark.others ?? []) : [])))];
  const asItStands = marks.flatMap((mark, i) => {
    const said = confirmed(mark);
    return (said && suggestion(material, places[i]!, { ...said, certainty, reason: reasonOf(mark.evidence) })) ?? [];
  });
  const { key, ids } = instead(kind, material, others);
  const accept: Option = { does: 'accept', says: stands, decisions: asItStands };
  return {
    consequence,
    what: kind,
    certainty,
    passages: marks.map((mark) => passageAt(material, kind === 'turn' ? opening(mark) : mark)),
    stands: stands || 'not settled',
    proposed: others.map((id) => nameOf(material, id)),
    evidence: [...new Set(marks.map(({ evidence }) => evidence))].join('; '),
    advice: ADVICE[kind],
    options: [
      ...(asItStands.length > 0 ? [accept] : []),
      ...leaving(marks.map(opening), means, refuse),
      ...anyOf(material, key, ids, places),
    ],
  };
}

/** Turns may be long; their first words are enough to mean them. */
function wordsMeant({ transcription }: ReviewMaterial, mark: DoubtfulMark): Range {
  if (mark.kind !== 'turn') return mark;
  const words = /^\s*\S+(?:\s+\S+){0,3}/.exec(wordsOf(transcription, mark))?.[0] ?? '';
  return { start: mark.start, end: mark.start + words.length };
}

function standing(material: ReviewMaterial, mark: DoubtfulMark): string {
  if (mark.kind === 'turn') return mark.who.map((id) => nameOf(material, id)).join(' and ');
  if (mark.kind === 'person' || mark.kind === 'office') return nameOf(material, mark.ref);
  return mark.kind === 'furniture' ? mark.type : '';
}

/** The decision that confirms what the software has marked. Of a hand it marks only that it is none of the typist's. */
function confirmed(mark: DoubtfulMark): Said | undefined {
  if (mark.kind === 'turn') return { speaker: mark.who.length === 1 ? mark.who[0]! : [...mark.who] };
  if (mark.kind === 'furniture') return { furniture: mark.type };
  return mark.kind === 'annotation' ? undefined : { person: mark.ref };
}

/** What an editor may decide against the software. */
const instead = (kind: Doubt['kind'], material: ReviewMaterial, others: readonly string[]) =>
  kind === 'turn'
    ? ({ key: 'speaker', ids: [...others, NOBODY] } as const)
    : kind === 'person' || kind === 'office'
      ? ({ key: 'person', ids: [...others, NOBODY] } as const)
      : ({ key: 'hand', ids: material.hands } as const);

const ADVICE: Readonly<Record<Doubt['kind'], string>> = {
  turn: 'Read the passage; confirm the speaker, or give the one whose words they are.',
  person: 'Confirm who is meant, or give the id of somebody else, or nobody.',
  office: 'Confirm who is meant, or give the id of somebody else, or nobody.',
  annotation: 'Describe the hand under hands, and give it here; or leave it unsettled.',
  furniture: 'Compare with the paper: confirm what it is, or give another kind of furniture, or a hand.',
};
