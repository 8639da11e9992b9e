import { meantFor } from '../text/nearest.js';
import { DATES } from './grammar-state.js';
import { VALUE_HABITS } from './habits.js';
import type { KnownFile } from './known-file.js';
import { POINTING } from './pointers.js';
import { meantReferences } from './reference-mends.js';
import { impossibleDay, readSpan, readTyped } from './typed-dates.js';

/** A value in place of one that is refused; with what is to be said where it is one of several. */
export interface ValueMend {
  readonly value: string;
  readonly when?: string;
  /** The attributes to write where one attribute cannot say it. */
  readonly attributes?: string;
}

export interface Refused {
  readonly attribute: string;
  readonly value: string;
  readonly element: string;
  /** The values of a closed list; empty where there is none. */
  readonly allowed: readonly string[];
  accepts(value: string): boolean;
  /** Whether the element may have another attribute as well. */
  has(attribute: string): boolean;
}

/** The values that were most likely meant, each taken by the grammar; the likeliest first. */
export function valueMends(refused: Refused, file: KnownFile): ValueMend[] {
  const { attribute, value, allowed } = refused;
  if (DATES.has(attribute)) return dateMends(refused, file);
  const candidates =
    attribute === 'xml:id'
      ? [freeId(idFrom(value, refused.element), file)]
      : allowed.length > 0
        ? listMends(value, allowed)
        : POINTING.includes(attribute)
          ? meantReferences(refused, file)
          : plainMends(value);
  return candidates
    .filter((candidate) => candidate !== value && refused.accepts(candidate))
    .slice(0, 1)
    .map((candidate) => ({ value: candidate }));
}

function dateMends({ attribute, value, accepts, has }: Refused, file: KnownFile): ValueMend[] {
  const span = readSpan(value);
  if (span && accepts(span.from) && accepts(span.to)) {
    return [{ value: span.from, attributes: `from="${span.from}" to="${span.to}"` }];
  }
  const impossible = impossibleDay(value);
  if (impossible) {
    return [
      { value: impossible.last, when: 'if the last day of the month is meant' },
      { value: impossible.month, when: 'if no more than the month is known' },
    ];
  }
  const doubtful = /^(?:(?:ca?\.?|circa|about|approx\.?) ?(.+)|(.+?) ?\?)$/i.exec(value.trim());
  const sure = doubtful?.[1] ?? doubtful?.[2];
  if (sure !== undefined && has('cert')) {
    const [date] = accepts(sure) ? [{ iso: sure }] : readTyped(sure, file.fullYear);
    if (date && accepts(date.iso)) return [{ value: date.iso, attributes: `${attribute}="${date.iso}" cert="low"` }];
  }
  return readTyped(value, file.fullYear)
    .filter(({ iso }) => accepts(iso))
    .map(({ iso, reading }) => ({ value: iso, ...(reading && { when: reading }) }));
}

/** The word of a list: by case and joints, singular for plural, what it is called elsewhere, a figure, a slip of the pen. */
function listMends(value: string, allowed: readonly string[]): string[] {
  const bare = (word: string) => word.toLowerCase().replace(/[\s_.-]+/g, '');
  const sought = bare(value);
  const like = (test: (word: string) => boolean) => allowed.filter((word) => test(bare(word)));
  const plain = value.trim().toLowerCase();
  return [
    ...like((word) => word === sought),
    ...like((word) => word === `${sought}s` || `${word}s` === sought),
    ...VALUE_HABITS.filter(
      ({ words, as }) => allowed.includes(as) && (words.includes(plain) || words.includes(sought)),
    ).map(({ as }) => as),
    ...(allowed.includes('medium') ? certaintyOf(plain) : []),
    ...parted(sought, allowed),
    ...like((word) => word.length > 3 && (sought.startsWith(word) || (sought.length > 3 && word.startsWith(sought)))),
    ...[
      meantFor(
        value,
        allowed.filter((word) => word.length > 3 && value.length > 2),
      ),
    ].filter((word) => word !== undefined),
  ];
}

/** A degree of certainty given as a figure between 0 and 1, or in per cent. */
function certaintyOf(value: string): string[] {
  const [, figure, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(value) ?? [];
  if (figure === undefined) return [];
  const degree = Number(figure) / (percent === '%' ? 100 : 1);
  if (degree > 1) return [];
  return [degree >= 0.75 ? 'high' : degree >= 0.4 ? 'medium' : 'low'];
}

/** Two words of a list written as one, or with a joint: `topleft`, `top-left`. */
function parted(sought: string, allowed: readonly string[]): string[] {
  return allowed.flatMap((one) =>
    allowed.filter((other) => `${one}${other}`.toLowerCase() === sought).map((other) => `${one} ${other}`),
  );
}

/** Figures without what stands around them; words joined. */
const plainMends = (value: string): string[] => [
  value.replace(/[^\d]/g, ''),
  value.trim().replace(/\s+/g, '-'),
  value.replace(/_/g, '-'),
];

/** An XML name made of what was written: joints for spaces, and the kind of thing before a figure. */
function idFrom(value: string, element: string): string {
  const name = value
    .trim()
    .replace(/^#+/, '')
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{N}._-]/gu, '');
  return /^[\p{L}_]/u.test(name) ? name : `${element}.${name.replace(/^[.-]+/, '')}`;
}

function freeId(id: string, { ids }: KnownFile): string {
  let free = id;
  for (let i = 2; ids.has(free); i++) free = `${id}.${i}`;
  return free;
}
