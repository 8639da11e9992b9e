import type { Range } from '../../text/transcription.js';
import { readsAsProse } from '../body/prose.js';
import { GIVEN_NAMES } from '../people/given-names.js';
import { isOfficeItem } from '../people/office-items.js';
import { sideNamed } from '../people/sides.js';
import { looksLikeAName, TITLE_PATTERN } from '../people/titles.js';
import type { Plain } from './form-facts.js';

export const SAME_AS_BEFORE =
  /^\(?(?:same|as)\b.{0,60}\b(?:part|above|before|previous|preceding|memorandum|conversation)\b.{0,40}\)?\.?$/i;
/** Titles that headings begin with too ("General Questions") tell nothing. */
const TITLED = new RegExp(`^(?!General\\b|Major\\b)(?:${TITLE_PATTERN})\\s`, 'u');
export const ANY_TITLE = new RegExp(`^(?:${TITLE_PATTERN})\\s`, 'u');
/** What somebody does in the room, before the name. */
const TASK = /^(?:Interpreters?|Translators?|Reporting Officers?)\s*[:—–-]\s*(?=\S)/i;
const BULLET = /^(?:[-•·*+–—]\s+|\d{1,2}[.)]\s+)/;

/** A name with a title, an initial or a known given name; or a person by office. */
export const isPerson = (words: string, titles = TITLED): boolean => {
  if (isOfficeItem(words)) return true;
  if (!looksLikeAName(words) || /^[IVX]{1,4}\.\s/.test(words)) return false;
  const [first = ''] = words.split(/\s+/);
  return /\p{Lu}\./u.test(words) || GIVEN_NAMES.has(first) || titles.test(words);
};

/** Whether a line stands in a list of people, though nothing else speaks for it. */
export function isListLine(words: string): boolean {
  const line = words.replace(BULLET, '').replace(TASK, '');
  if (sideNamed(line) !== undefined || SAME_AS_BEFORE.test(line)) return true;
  return isPerson(line.replace(/[,(;].*/s, '').trim()) || (BULLET.test(words) && !readsAsProse(line));
}

export const withoutLead = (plain: Plain, { start, end }: Range): Range => {
  const words = plain({ start, end });
  return { start: start + (words.length - words.trimStart().length), end };
};

export const withoutBullet = (plain: Plain, item: Range): Range => {
  const { start, end } = withoutLead(plain, item);
  const bullet = BULLET.exec(plain({ start, end }))?.[0].length ?? 0;
  return { start: start + bullet, end };
};
