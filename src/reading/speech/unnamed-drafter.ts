import type { PersonRecord } from '../../authorities/record.js';
import type { Person } from '../people/people.js';
import { type Drafter, UNNAMED } from './drafter.js';

/** More candidates than that are counted in a message; the edition's note names them all. */
const NAMED_IN_A_MESSAGE = 3;

/** What can be said of a drafter whom nothing names, to the editor, with ids, or to the readers of the edition. */
export function aboutDrafter({ person, evidence, others, silent = [] }: Drafter, to: 'editor' | 'reader'): string {
  const isUnnamed = person.id === UNNAMED;
  const guess =
    to === 'editor'
      ? `The edition takes it for ${person.name} (${person.id}): ${evidence}.`
      : `This is the guess of the software: ${evidence}.`;
  const names = to === 'editor' ? inShort(others) : others.map(({ preferred }) => preferred).join(', ');
  const rest = `Of those who held an office in Washington that day, as far as the authority files know, it does not speak of ${names}${isUnnamed ? ': one of them may have written it' : ' either'}.`;
  return [
    'The memorandum says “I” and does not name its drafter.',
    ...(isUnnamed ? [] : [guess]),
    ...(silent.length > 0 ? [unspoken(silent, to)] : others.length > 0 ? [rest] : []),
  ].join(' ');
}

/** Those who were there and of whom the text does not speak are likelier than all who held an office. */
const unspoken = (silent: readonly Person[], to: 'editor' | 'reader'): string => {
  const names = silent.map(({ name, id }) => (to === 'editor' ? `${name} (${id})` : name));
  return `The text names none of ${names.join(', ')}, who were present.`;
};

function inShort(people: readonly PersonRecord[]): string {
  const names = people.slice(0, NAMED_IN_A_MESSAGE).map(({ preferred, id }) => `${preferred} (${id})`);
  const more = people.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
