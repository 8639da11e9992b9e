import { yamlOf } from '../corpus/review.js';
import type { PlacedPassage, Waiting } from '../review.js';

/** Passages shown of an entry that has many. */
const SHOWN = 4;

const ASKS = { accept: 'To accept', refuse: 'To refuse', change: 'Or' } as const;

/** One entry as a person reads it, with the YAML of each way out. */
export function waitingText(waiting: Waiting, n: number): string {
  const { what, consequence, certainty, passages, evidence, advice, options, decided } = waiting;
  const sure = consequence === 'error' ? 'error' : `${consequence}, certainty ${certainty}`;
  return [
    `${n}. ${placeText(waiting)}${what} (${sure})`,
    ...passages
      .slice(0, SHOWN)
      .map((passage, i) => `    ${i > 0 ? `${positionOf(passage)} ` : ''}${contextOf(passage)}`),
    ...(passages.length > SHOWN ? [`    and ${passages.length - SHOWN} more`] : []),
    ...readings(waiting),
    `    ${evidence}`,
    ...(decided ? [`    A decision on line ${decided.start.line} of edition.yaml stands there; change that one.`] : []),
    ...(options.some(({ does }) => does === 'accept') ? [] : [`    ${advice}`]),
    ...options.flatMap((option) => [
      `    ${ASKS[option.does]}: ${option.says}`,
      ...(option.choices && option.choices.length > 1
        ? [`    (one of ${option.choices.map(({ id, name }) => `${id}, ${name}`).join('; ')})`]
        : []),
      // As it stands under "decisions:", to be copied line by line.
      yamlOf(option).trimEnd(),
    ]),
  ].join('\n');
}

const positionOf = ({ place, page }: PlacedPassage): string =>
  `${place.start.line}:${place.start.column}, page ${page}:`;

function placeText({ file, place, page }: Waiting): string {
  const at = [file, place?.start.line, place?.start.column].filter((part) => part !== undefined).join(':');
  return `${[at, ...(page === undefined ? [] : [`page ${page}`])].filter(Boolean).join(', ')}: `;
}

export const contextOf = ({ before, words, behind }: PlacedPassage): string => `${before}[${words}]${behind}`;

const readings = ({ stands, proposed, consequence }: Waiting): string[] =>
  consequence === 'error' || stands === ''
    ? []
    : [`    stands: ${stands}${proposed.length > 0 ? `; proposed: ${proposed.join(' or ')}` : ''}`];
