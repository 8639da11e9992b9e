import { isSurnameFirst } from './given-names.js';
import { GENERATION, PARTICLES } from './titles.js';

const SUFFIX = new RegExp(`${GENERATION}$`, 'u');
/** "John D. Rockefeller" for "John D. Rockefeller, Jr.". */
export const withoutGeneration = (name: string): string => name.replace(SUFFIX, '');

const PARTICLE = new RegExp(`^(?:${PARTICLES})$`, 'i');
/** The last word of a name with the particles before it: "de Gaulle", "Couve de Murville". */
export function surnameOf(name: string): string {
  const words = withoutGeneration(name.trim()).split(/\s+/);
  if (isSurnameFirst(name.trim())) return words[0]!;
  const particle = words.findIndex((word, i) => i > 0 && i < words.length - 1 && PARTICLE.test(word));
  return words.slice(particle > 0 ? particle : -1).join(' ');
}

/** "MACMILLAN" is Macmillan, and "J. Graham PARSONS" J. Graham Parsons; "U.S." and "P" stay as they are. */
export const inUsualCase = (name: string): string =>
  name.replace(/(?<![\p{L}.])\p{Lu}[\p{Lu}'’]{2,}(?![\p{L}.])/gu, (word) => word[0] + word.slice(1).toLowerCase());

/** "Couve de Murville" is also "Couve", and "de Gaulle" also "Gaulle". */
export const shortForms = (surname: string): string[] => {
  const words = surname.split(/\s+/);
  return [
    surname,
    ...(words.length > 1 ? [words[0]!, words.at(-1)!].filter((word) => /^\p{Lu}\p{L}{3}/u.test(word)) : []),
    ...(words.length === 1 ? [surname.replace(/^(?:al|el)-/i, '')] : []),
  ];
};

/** "Couve" for Couve de Murville: a beginning that stands for the whole. */
export const isPartOf = (surname: string, word: string): boolean => {
  const words = surname.split(/\s+/);
  return words.length > 1 && words[0] === word;
};
