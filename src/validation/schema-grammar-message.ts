import type { ValidationError } from 'salve-annos/lib/salve/errors.js';
import type { Events } from 'salve-annos/lib/salve/events.js';
import { inShort } from '../messages/in-short.js';
import { type Message, message } from '../messages/message.js';
import { meantFor, nearestFirst } from '../text/nearest.js';
import { placeOfTag, placesIn, type Tag, TEI_NAMESPACE, wordsOfTag } from '../xml/reading.js';
import { formOf } from './value-forms.js';

/** One event of the file that the grammar refuses, with what it would have taken there. */
export interface Failure {
  readonly event: 'enterStartTag' | 'attributeName' | 'attributeValue' | 'leaveStartTag' | 'endTag' | 'text';
  /** The element concerned; for text the one that holds it. */
  readonly tag: Tag;
  readonly parent?: Tag;
  /** Whether the grammar has an element of this name at all. */
  readonly known?: boolean;
  readonly attribute?: { readonly name: string; readonly value: string };
  /** `at`: offset of the first character that is not white space. */
  readonly text?: { readonly words: string; readonly at: number };
  readonly possible: readonly Events[];
  readonly errors: readonly ValidationError[];
}

type Said = Pick<Message, 'reason' | 'advice' | 'words'>;

/** As many names as one takes in at a glance. */
const SHOWN = 6;

export function grammarMessage(failure: Failure, xml: string, file: string): Message {
  const place = placesIn(file, xml);
  const { tag, text } = failure;
  const where = text ? place(text.at, text.at + text.words.length) : placeOfTag(place, tag);
  return message('grammar-holds', {
    file,
    place: where,
    words: wordsOfTag(xml, tag),
    ...WORDING[failure.event](failure),
  });
}

const WORDING: Record<Failure['event'], (failure: Failure) => Said> = {
  enterStartTag: ofElement,
  attributeName: ofAttribute,
  attributeValue: ofValue,
  leaveStartTag: ofMissingAttribute,
  endTag: ofMissingElement,
  text: ofText,
};

function ofElement({ tag, parent, known, possible }: Failure): Said {
  const inside = parent ? ` in <${parent.name}>` : ' as the root of the file';
  const allowed = nearestFirst(tag.name, elementsOf(possible));
  const meant = known ? undefined : meantFor(tag.name, allowed);
  const foreign = tag.uri !== TEI_NAMESPACE;
  const reason = foreign
    ? `<${tag.name}> is not in the TEI namespace, but in “${tag.uri}”.`
    : known
      ? `<${tag.name}> may not stand here${inside}.`
      : `The schema has no element <${tag.name}>, found${inside}.`;
  return {
    reason: `${reason} ${mayStand(allowed.map(asTag))}`,
    advice: foreign
      ? `Declare xmlns="${TEI_NAMESPACE}".`
      : meant
        ? `Write <${meant}>.`
        : `Move <${tag.name}> to where it may stand, or take another element.`,
  };
}

function ofAttribute({ tag, attribute, possible }: Failure): Said {
  const { name, value } = attribute!;
  const allowed = nearestFirst(name, attributesOf(possible));
  const meant = meantFor(name, allowed);
  return {
    reason: `<${tag.name}> may not have the attribute @${name}. ${mayStand(allowed.map((other) => `@${other}`))}`,
    advice: meant ? `Write ${meant}="${value}".` : `Take @${name} out.`,
    words: `${name}="${value}"`,
  };
}

function ofValue({ tag, attribute, possible }: Failure): Said {
  const { name, value } = attribute!;
  const allowed = nearestFirst(value, valuesOf(possible));
  const meant = meantFor(value, allowed);
  const expected = allowed.length > 0 ? mayStand(allowed.map((other) => `“${other}”`)) : formOf(name);
  return {
    reason: `@${name} of <${tag.name}> may not be “${value}”. ${expected}`,
    advice: meant ? `Write ${name}="${meant}".` : `Give @${name} a value of this kind.`,
    words: `${name}="${value}"`,
  };
}

function ofMissingAttribute({ tag, errors, possible }: Failure): Said {
  const required = errors.flatMap((error) => error.getNames().map((name) => nameOf(name.toJSON())));
  const missing = [...new Set(required.length > 0 ? required : attributesOf(possible))].slice(0, SHOWN);
  const named = missing.map((name) => `@${name}`).join(', ');
  return { reason: `<${tag.name}> has no ${named}.`, advice: `Add ${named} to <${tag.name}>.` };
}

function ofMissingElement({ tag, possible }: Failure): Said {
  const expected = elementsOf(possible).sort().map(asTag);
  return {
    reason: `<${tag.name}> ends too early: something is missing. ${mayStand(expected)}`,
    advice: `Add what is missing before </${tag.name}>, or take <${tag.name}> out.`,
  };
}

function ofText({ tag, text, possible }: Failure): Said {
  const words = inShort(text!.words);
  return {
    reason: `<${tag.name}> may not hold text of its own, here “${words}”. ${mayStand(elementsOf(possible).sort().map(asTag))}`,
    advice: 'Put the words into an element that may hold them.',
    words,
  };
}

function mayStand(what: readonly string[]): string {
  if (what.length === 0) return 'Nothing may stand here.';
  const more = what.length > SHOWN ? ` and ${what.length - SHOWN} more` : '';
  return `Here may stand: ${what.slice(0, SHOWN).join(', ')}${more}.`;
}

const asTag = (name: string): string => `<${name}>`;

const elementsOf = (possible: readonly Events[]): string[] => namesOf(possible, 'enterStartTag');
const attributesOf = (possible: readonly Events[]): string[] => namesOf(possible, 'attributeName');

const namesOf = (possible: readonly Events[], kind: 'enterStartTag' | 'attributeName'): string[] =>
  possible.flatMap((event) => (event.name === kind ? [nameOf(event.namePattern.toJSON())] : []));

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** salve's plain form of a name; only names written out occur in our grammar, no wildcards. */
const nameOf = (plain: unknown): string => {
  const { ns, name } = plain as { ns: string; name: string };
  return ns === XML_NAMESPACE ? `xml:${name}` : name;
};

const valuesOf = (possible: readonly Events[]): string[] =>
  possible.flatMap((event) =>
    event.name === 'attributeValue' && typeof event.value === 'string' ? [event.value] : [],
  );
