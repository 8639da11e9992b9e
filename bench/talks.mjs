// How well the talks of our own making (tests/fixtures/talks) are read: the speaker of each sentence as the edition has
// it beside the one expected. The README there has the form of the expectations.
import { NARRATION, spoken, squeezed, together } from './spoken.mjs';

/**
 * A sentence is right where this share of its letters is: the words at a seam (“and”, a label) may stand on either side.
 */
const ENOUGH = 0.8;

const LINE = /^(?<who>[^|>=]+?)(?: > (?<to>[^|>=]+?))?(?<direct> = direct)? \| (?<words>.+)$/;
const linesOf = (text) => text.split('\n').filter((line) => line.trim() !== '');

/** @throws Error that quotes a line of `turns.txt` that is not in its form */
export function turnsOf(text) {
  return linesOf(text).map((line) => {
    const groups = LINE.exec(line)?.groups;
    if (!groups) throw new Error(`No line of turns: “${line}”`);
    const { who, to, direct, words } = groups;
    const answers = who.split(' / ').map((answer) => together(answer.split(' & ')));
    return { line, answers, to, direct: direct !== undefined, words };
  });
}

/** @throws Error that quotes a line of `people.txt` that is not in its form */
export function peopleOf(text) {
  return linesOf(text).map((line) => {
    const [, key, name, forms] = /^(\S+) \| ([^|]+) \| forms:(.*)$/.exec(line) ?? [];
    if (forms === undefined) throw new Error(`No line of people: “${line}”`);
    return {
      key,
      name,
      forms: forms
        .split(';')
        .filter((form) => form.trim() !== '')
        .map((form) => {
          const [words, around = words] = form.trim().split(' @ ');
          return { words, around };
        }),
    };
  });
}

/** Where each sentence begins in a text without white space; -1 where its words do not follow the sentence before. */
export function placesOf(turns, text) {
  let from = 0;
  return turns.map(({ words }) => {
    const at = text.indexOf(squeezed(words), from);
    if (at >= 0) from = at + 1;
    return at;
  });
}

/**
 * The sentences that an edition reads otherwise than expected; the share of the talk, in letters, that it reads right;
 * and the share of the forms of names in it that it links to the right person.
 */
export function compared(xml, turns, people) {
  const { text, speech, ends, linked, opens } = spoken(xml, people);
  const places = placesOf(turns, text);
  const errors = [];
  let right = 0;
  let all = 0;
  turns.forEach((turn, i) => {
    const from = places[i];
    if (from < 0) {
      all += squeezed(turn.words).length;
      errors.push(`${turn.line} → not in the text`);
      return;
    }
    const next = places.slice(i + 1).find((place) => place >= 0);
    // A heading behind a sentence is no part of it.
    const end = ends.find((place) => place > from) ?? text.length;
    const read = tally(text, speech, from, Math.min(next ?? end, end));
    const letters = [...read.values()].reduce((sum, count) => sum + count, 0);
    const agreeing = [...read].filter(([key]) => agrees(turn, JSON.parse(key)));
    all += letters;
    if (agreeing.reduce((sum, [, count]) => sum + count, 0) >= ENOUGH * letters) right += letters;
    else
      errors.push(
        `${turn.line} → ${[...read]
          .sort(([, a], [, b]) => b - a)
          .map(([key]) => written(key))
          .join(', ')}`,
      );
  });
  const meant = formsIn(text, opens, people).filter(({ at }) => at >= places.find((place) => place >= 0));
  const links = meant.filter(({ at, length, key }) => linked[at + length - 1] === key).length / meant.length;
  return { share: right / all, links, errors };
}

/** Where the forms of names stand in a text without white space, as whole words and in no longer form. */
function formsIn(text, opens, people) {
  const found = people.flatMap(({ key, forms }) =>
    forms.flatMap(({ words, around }) => {
      const ahead = squeezed(around.slice(0, around.indexOf(words))).length;
      const { length } = squeezed(words);
      return placesIn(text, squeezed(around))
        .map((place) => ({ key, at: place + ahead, length }))
        .filter(({ at }) => opens.has(at) && (opens.has(at + length) || !/\p{L}/u.test(text[at + length])));
    }),
  );
  const within = (one, other) =>
    other.length > one.length && other.at <= one.at && other.at + other.length >= one.at + one.length;
  return found.filter((one) => !found.some((other) => within(one, other)));
}

function placesIn(text, words) {
  const places = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

/** How many letters between two places each way of speaking has; labels, which stand outside what is said, left out. */
function tally(text, speech, from, to) {
  const read = new Map();
  for (let at = from; at < to; at++) {
    if (!/\p{L}/u.test(text[at]) || speech[at] === undefined) continue;
    read.set(speech[at], (read.get(speech[at]) ?? 0) + 1);
  }
  return read;
}

function agrees({ answers, to, direct }, { who, toWhom, isDirect }) {
  if (!answers.includes(who)) return false;
  return who === NARRATION || (direct === isDirect && (to === undefined || to === toWhom));
}

function written(key) {
  const { who, toWhom, isDirect } = JSON.parse(key);
  return `${who}${toWhom ? ` > ${toWhom}` : ''}${isDirect ? ' = direct' : ''}`;
}
