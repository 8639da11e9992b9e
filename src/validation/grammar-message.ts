import { inShort } from '../messages/in-short.js';
import { type Message, message } from '../messages/message.js';
import { nearestFirst } from '../text/nearest.js';
import { placeOfTag, placesIn, type Tag, wordsOfTag } from '../xml/reading.js';
import type { Written } from './attribute-mends.js';
import type { ElementMend } from './element-mends.js';
import { ownFormOf } from './value-forms.js';
import type { ValueMend } from './value-mends.js';

export type Said = Pick<Message, 'reason' | 'advice'> & { readonly words?: string };

/** As many names as one takes in at a glance. */
const SHOWN = 6;

/** A message about an element; or about words of it, which begin at `text.at`. */
export function grammarMessages(xml: string, file: string) {
  const place = placesIn(file, xml);
  return (tag: Tag, said: Said, text?: { readonly words: string; readonly at: number }): Message =>
    message('grammar-holds', {
      file,
      place: text ? place(text.at, text.at + text.words.length) : placeOfTag(place, tag),
      words: wordsOfTag(xml, tag),
      ...said,
    });
}

/** `written` is the start tag as it would be written, with its attributes mended. */
export function ofElement(
  name: string,
  known: boolean,
  parent: string | undefined,
  allowed: readonly string[],
  mend: ElementMend | undefined,
  written: string,
): Said {
  const inside = parent ? ` in <${parent}>` : ' as the root of the file';
  const reason = known
    ? `<${name}> may not stand here${inside}.`
    : `The schema has no element <${name}>, found${inside}.`;
  return {
    reason: `${reason} ${mayStand(meantFirst(mend, nearestFirst(name, allowed)).map(asTag))}`,
    advice:
      !mend && !known
        ? `Take <${name}> out, or say with one of these what it says.`
        : adviceOf(mend, name, parent ?? '', written),
  };
}

/** The element that was meant comes first among those that may stand in the place. */
const meantFirst = (mend: ElementMend | undefined, allowed: readonly string[]): string[] => {
  const [first] = mend?.kind === 'take' ? [mend.name] : mend?.kind === 'wrap' ? mend.around : [];
  return first === undefined ? [...allowed] : [first, ...allowed.filter((name) => name !== first)];
};

function adviceOf(mend: ElementMend | undefined, name: string, parent: string, written: string): string {
  switch (mend?.kind) {
    case 'take':
      return `Write ${written}.`;
    case 'wrap': {
      const { around, first, rest } = mend;
      const own = `<${name}>…</${name}>`;
      return `Put it into <${around.join('> in <')}>: write ${opened(around)}${first?.written ?? ''}${own}${rest}${closed(around)}.`;
    }
    case 'behind':
      return `Move <${name}> behind <${mend.sibling}>.`;
    case 'before':
      return `Move <${name}> before <${mend.sibling}>.`;
    case 'close':
      return `End the <${parent}> before it: write </${parent}><${name}>, and take out the </${parent}> that comes later.`;
    case 'insert':
      return `Write ${mend.written} before <${name}>.`;
    case 'outside':
      return `Move <${name}> out of <${parent}>, behind </${parent}>.`;
    case 'join':
      return `There is a <${name}> already: join the two into one.`;
    case 'untag':
      return `Take out the tags <${name}> and </${name}>, and leave the words between them.`;
    default:
      return `Move <${name}> to where it may stand, or take another element.`;
  }
}

export const opened = (names: readonly string[]): string => names.map(asTag).join('');
export const closed = (names: readonly string[]): string =>
  [...names]
    .reverse()
    .map((name) => `</${name}>`)
    .join('');

export function ofAttribute(
  element: string,
  { name, value }: Written,
  allowed: readonly string[],
  meant?: Written,
): Said {
  return {
    reason: `<${element}> may not have the attribute @${name}. ${mayStand(nearestFirst(name, allowed).map((other) => `@${other}`))}`,
    advice: meant ? `Write ${meant.name}="${meant.value}".` : `Take @${name} out.`,
    words: `${name}="${value}"`,
  };
}

export function ofValue(
  element: string,
  { name, value }: Written,
  allowed: readonly string[],
  mends: readonly ValueMend[],
): Said {
  const expected =
    allowed.length > 0 ? mayStand(nearestFirst(value, allowed).map((other) => `“${other}”`)) : ownFormOf(name);
  const write = (mend: ValueMend) =>
    `${mend.attributes ?? `${name}="${mend.value}"`}${mend.when ? ` ${mend.when}` : ''}`;
  return {
    reason: `@${name} of <${element}> may not be “${value}”. ${expected}`,
    advice:
      mends.length > 0
        ? `Write ${mends.map(write).join(', or ')}.`
        : value.trim() === ''
          ? `Give @${name} a value, or take it out.`
          : `Give @${name} ${allowed.length > 0 ? 'one of these values' : 'a value of this kind'}.`,
    words: `${name}="${value}"`,
  };
}

/** `values`: those of the one attribute that is missing, where it has a list of them. */
export function ofMissingAttribute(element: string, missing: readonly string[], values: readonly string[]): Said {
  const shown = missing.slice(0, SHOWN);
  const named = shown.map((name) => `@${name}`).join(', ');
  const choices = values.slice(0, SHOWN).map((value) => `${missing[0]}="${value}"`);
  const others = values.length > SHOWN ? ` (${values.length - SHOWN} more)` : '';
  return {
    reason: `<${element}> has no ${named}.`,
    advice: `Add ${choices.length > 0 ? choices.join(' or ') + others : shown.map((name) => `${name}="…"`).join(' ')} to <${element}>.`,
  };
}

export function ofMissingElement(element: string, allowed: readonly string[], missing: string | undefined): Said {
  return {
    reason: `<${element}> ends too early: something is missing. ${mayStand([...allowed].sort().map(asTag))}`,
    advice: missing
      ? `Write ${missing} before </${element}>, or take <${element}> out.`
      : `Add what is missing before </${element}>, or take <${element}> out.`,
  };
}

export function ofText(
  element: string,
  text: string,
  allowed: readonly string[],
  around: readonly string[] | undefined,
  goesOn: boolean,
): Said {
  const words = inShort(text);
  return {
    reason: `<${element}> may not hold text of its own, here “${words}”. ${mayStand([...allowed].sort().map(asTag))}`,
    advice: around
      ? `Write ${opened(around)}${words}${goesOn ? ' …' : ''}${closed(around)}.`
      : 'Put the words into an element that may hold them.',
    words,
  };
}

/** An element that is never around anything, written around something. */
export function ofEmptyElement(name: string, written: string, content: string): Said {
  const figure = /^\s*[-–—([]*\s*(\d{1,4}[a-z]?|[ivxlc]+)\s*[-–—)\].]*\s*$/.exec(content)?.[1];
  const numbered = figure !== undefined && (name === 'pb' || name === 'lb') && !/ n="/.test(written);
  return {
    reason: `<${name}> stands at one point and holds nothing. Nothing may stand in it.`,
    advice: numbered
      ? `Write <${name} n="${figure}"/>.`
      : `Write ${written.replace(/>$/, '/>')} and take out </${name}>; what stood in it follows.`,
  };
}

function mayStand(what: readonly string[]): string {
  if (what.length === 0) return 'Nothing may stand here.';
  const more = what.length > SHOWN ? ` and ${what.length - SHOWN} more` : '';
  return `Here may stand: ${what.slice(0, SHOWN).join(', ')}${more}.`;
}

const asTag = (name: string): string => `<${name}>`;
