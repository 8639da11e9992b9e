import type { Authorities } from '../../authorities/authorities.js';
import type { EntityRecord } from '../../authorities/record.js';
import type { Certainty } from '../../text/marks.js';
import { literal, slug } from '../../text/patterns.js';
import type { Range } from '../../text/transcription.js';

/** An organisation, a place or an event in a reading text; offsets in that text. */
export interface EntityFound extends Range {
  record: EntityRecord;
  /** Set where the words are an abbreviation. */
  expansion?: string;
  certainty: Certainty;
}

interface Form {
  words: string;
  record: EntityRecord;
  abbreviation: boolean;
}

export type EntityFinder = (text: string, setting: 'prose' | 'form') => EntityFound[];

/**
 * Finds the forms that the authority files have for organisations, places and events, longer ones first. A sign of
 * one letter, such as S for the Office of the Secretary, is looked for in the fields of the form alone.
 */
export function entityFinder({ entities }: Authorities): EntityFinder {
  const forms = new Map<string, Form>();
  for (const record of entities) {
    for (const words of record.abbreviations) forms.set(words, { words, record, abbreviation: true });
    for (const words of [record.preferred, ...record.variants]) {
      if (words !== '' && !forms.has(words)) forms.set(words, { words, record, abbreviation: false });
    }
  }
  const pattern = (accept: (form: Form) => boolean): RegExp | undefined => {
    const words = [...forms.values()]
      .filter(accept)
      .map((form) => form.words)
      .sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
    if (words.length === 0) return undefined;
    return new RegExp(`(?<![\\p{L}\\p{N}/.-])(?:${words.map(literal).join('|')})(?![\\p{L}\\p{N}]|[/-]\\p{Lu})`, 'gu');
  };
  const patterns = {
    prose: pattern(({ words, abbreviation }) => !abbreviation || words.replace(/[^\p{L}]/gu, '').length > 1),
    form: pattern(() => true),
  };
  const collapsed = new Map([...forms].map(([words, form]) => [words.replace(/\s+/g, ' '), form]));
  return (text, setting) => {
    const found = patterns[setting];
    if (!found) return [];
    return [...text.matchAll(found)].flatMap(({ 0: words, index }) => {
      const form = collapsed.get(words.replace(/\s+/g, ' '));
      if (!form) return [];
      const { record, abbreviation } = form;
      const certainty = record.certainty ?? 'high';
      const expansion = abbreviation ? { expansion: record.preferred } : {};
      return [{ start: index, end: index + words.length, record, certainty, ...expansion }];
    });
  };
}

/** A place in no authority: an entry of this edition's own. */
export function localPlace(name: string): EntityRecord {
  return {
    kind: 'place',
    id: `place.${slug(name) || 'unnamed'}`,
    preferred: name,
    variants: [],
    abbreviations: [],
    idnos: [],
    notes: [],
    sources: [],
  };
}
