import type { Authorities } from './authorities/authorities.js';
import type { PublishedId } from './citation/published-id.js';
import { compose } from './compose.js';
import type { Context } from './context.js';
import { type AnchoredDecision, anchorDecisions } from './editing/anchors.js';
import { type Description, NOBODY, type PlacedDecision } from './editing/description.js';
import { emendationsOf } from './editing/emendations.js';
import { contradictions } from './editing/fitting.js';
import { decidedBreaks } from './editing/page-breaks.js';
import type { ReviewMaterial } from './editing/review-entry.js';
import { settle } from './editing/settling.js';
import type { StandingDecision } from './editing/standing.js';
import { encodeLasting, lastingIds } from './lasting-ids.js';
import { isError, type Message, type Place } from './messages/message.js';
import { keepDecided, placeInFiles, placeInTranscription } from './messages-of-edition.js';
import { readContent } from './reading/content.js';
import { checkForm } from './reading/form/form-checks.js';
import { checkRuns } from './reading/pages/runs.js';
import { readStructure } from './reading/structure.js';
import { type Received, readSource } from './sources/read.js';
import type { Conversation } from './tei/edition.js';
import { idsInOrder } from './tei/ids.js';
import type { Mark } from './text/marks.js';
import { readerOf } from './text/reading-text.js';
import type { Range } from './text/transcription.js';
import type { Constraints } from './validation/constraints.js';
import type { Grammar } from './validation/grammar.js';
import { validate } from './validation/validate.js';

export interface BuildInput extends Received {
  /** Name of the edition, as of its folder and files. */
  name: string;
  description: Description;
  decisions: readonly PlacedDecision[];
  /** The path of `edition.yaml` that messages name. */
  descriptionFile: string;
  /** Where the value under a path of its keys stands. */
  placeInDescription?: (path: readonly (string | number)[]) => Place | undefined;
  authorities: Authorities;
  /** Addresses of page images beside the edition, by the names that the transcription gives them. */
  images?: ReadonlyMap<string, string>;
  published: readonly PublishedId[];
  /** The version with which the register of ids was last written. */
  publishedVersion?: string;
  /** Since when decisions stand, as the register has it. */
  stood: readonly StandingDecision[];
  /** The version of the edition, or a later one, was released. */
  isReleased?: boolean;
  publisher?: string;
  /** Where the page to read will be published. */
  address?: string;
  /** Of the edition; none is assumed where none is given. */
  licence?: { name: string; url: string };
  grammar: Grammar;
  constraints?: Constraints;
  /** The path of the TEI file that messages name. */
  teiFile: string;
  /** Address of the folder of the schema, relative to the TEI file. */
  schema: string;
}

export interface Built {
  name: string;
  marks: readonly Mark[];
  messages: readonly Message[];
  /** Absent where a decision could not be carried out. */
  tei?: string;
  /** Where in the transcription the elements of `tei` come from, by their ids. */
  origins?: ReadonlyMap<string, Range>;
  /** Who says how much; absent where nobody has a turn. */
  conversation?: Conversation;
  register: readonly PublishedId[];
  standing: readonly StandingDecision[];
  /** That of the edition, where it has one. */
  version?: string;
  /** The marks that are citable, with their ids. */
  ids: ReadonlyMap<Mark, string>;
  /** What is to be looked through by an editor. */
  review: ReviewMaterial;
  /** Characters of the transcription found again in the edition, white space aside; all of them, or there is an error. */
  conserved?: number;
}

/** One transcription becomes one edition. What is wrong with the material is a message; an error means: do not publish. */
export function build(input: BuildInput, context: Context): Built {
  const { transcription, descriptionFile } = input;
  const { built, anchored } = encodeUnchecked(input, context);
  const { tei, origins } = built;
  if (tei === undefined || !origins) return built;
  const checked = validate(tei, {
    file: input.teiFile,
    transcription,
    grammar: input.grammar,
    ...(input.constraints && { constraints: input.constraints }),
  });
  const found = placeInTranscription(checked.messages, tei, { transcription, origins, anchored, descriptionFile });
  return {
    ...built,
    messages: [...built.messages, ...placeInFiles(found, transcription)],
    ...(checked.conserved !== undefined && { conserved: checked.conserved }),
  };
}

/** An edition before it is validated, and where the decisions on it were found. */
export function encodeUnchecked(
  input: BuildInput,
  context: Context,
): { built: Built; anchored: readonly AnchoredDecision[] } {
  const { name, transcription, description, descriptionFile, authorities } = input;
  const source = readSource(input);
  const onBreaks = input.decisions.filter((decision) => decision.break !== undefined);
  const asRead = readStructure(source);
  const breaks = decidedBreaks(transcription, asRead.pages, onBreaks, descriptionFile);
  const structure = breaks.pages ? readStructure(source, breaks.pages) : asRead;

  // Few editions have decisions by id, and ids cost a comparison for each mark.
  let published: ReadonlyMap<Mark, string> | undefined;
  const places = {
    transcription,
    pages: structure.pages,
    rangeOf(id: string) {
      published ??= lastingIds(transcription, structure.marks, input.published);
      return [...published].find(([, own]) => own === id)?.[0];
    },
  };
  const others = input.decisions.filter((decision) => decision.break === undefined);
  const anchors = anchorDecisions(places, others, descriptionFile);
  const anchored = [...breaks.anchored, ...anchors.anchored];
  const signs = source.marks.filter(({ kind }) => kind === 'markup' || kind === 'reference');
  const mended = emendationsOf(transcription, anchors.anchored, signs, descriptionFile);
  const { emendations } = mended;
  const people = anchors.anchored.flatMap(({ decision, meant }) =>
    decision.person === undefined || decision.person === NOBODY ? [] : [{ meant, id: decision.person }],
  );

  const content = readContent({
    transcription,
    structure,
    emendations,
    authorities,
    people,
    drafterId: description.drafter,
    present: description.present,
  });
  const settled = settle(
    transcription,
    [...structure.marks, ...content.marks, ...emendations],
    anchors.anchored,
    descriptionFile,
  );
  const { marks } = settled;
  const reader = readerOf(transcription, marks);
  const read = (range: Range) => reader([range]).text;
  const ids = idsInOrder(marks);
  const composed = compose({ ...input, marks, ids, structure, content, anchored, read }, context);
  const findings = keepDecided(
    [
      ...content.messages,
      ...checkForm(transcription, structure, { ...content, marks }),
      ...checkRuns(transcription, marks, read),
    ],
    anchors.anchored,
    transcription.file,
  );
  const messages = [
    ...breaks.messages,
    ...anchors.messages,
    ...contradictions(anchors.anchored, descriptionFile),
    ...mended.messages,
    ...settled.messages,
    ...composed.messages,
    ...findings,
  ];
  const review: ReviewMaterial = {
    transcription,
    marks,
    findings,
    anchored,
    people: content.people.map(({ id, name: called, listed, interpreter }) => ({
      id,
      name: called,
      listed,
      interpreter,
    })),
    ...(content.drafter && { drafter: content.drafter.person.id }),
    hands: Object.keys(description.hands ?? {}),
  };
  const found = { name, marks, messages: placeInFiles(messages, transcription), review };
  if (messages.some(isError))
    return { built: { ...found, register: input.published, standing: input.stood, ids }, anchored };

  const { xml, origins, register, standing, names } = encodeLasting(composed.edition, input);
  const { conversation } = composed.edition;
  const built: Built = {
    ...found,
    tei: xml,
    origins,
    ...(conversation && { conversation }),
    register,
    standing,
    ...(description.version !== undefined && { version: description.version }),
    ids: new Map([...ids].map(([mark, id]) => [mark, names.get(id) ?? id])),
  };
  return { built, anchored };
}
