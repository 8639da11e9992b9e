import type { Conversation, Part } from './edition.js';
import { block, type Element, inline } from './element.js';
import { measure } from './measure.js';

/**
 * The conversation as a whole, for the description of the participants: all counts, those who speak and are not listed,
 * those who speak together, and who addresses whom. What each participant says stands with him.
 */
export function listTalk({ words, narration, turns, people, together }: Conversation): Element {
  const speak = people.filter((part) => part.turns > 0);
  const speakers = [...new Set([...speak, ...together].flatMap(({ who }) => who))];
  const outside = people.filter(({ who }) => !who[0]!.participant);
  const spoken = { who: speakers, turns, words: words - narration, addresses: [] };
  const relations = [...people, ...together].flatMap(({ who, addresses }) =>
    addresses.map(({ person, turns: times }) =>
      block(
        'relation',
        { name: 'addresses', active: pointers(who), passive: pointers([person]) },
        inline('desc', {}, measure(times, 'turn')),
      ),
    ),
  );
  return block(
    'listPerson',
    { type: 'talk', resp: '#memcon' },
    inline(
      'desc',
      {},
      ...[measure(words, 'word', 'body'), ': ', measure(words - narration, 'word', 'spoken'), ' spoken in '],
      ...[measure(turns, 'turn', 'spoken'), ', ', measure(narration, 'word', 'narration'), ' of narration. '],
      'Words are counted as they are read; those in no turn, and the labels before turns, are narration.',
    ),
    block('personGrp', { role: 'speakers', corresp: pointers(speakers) }, talkOf(spoken, words)),
    outside.map((part) => block('person', { sameAs: pointers(part.who), role: part.role }, talkOf(part, words))),
    together.map((part) => block('personGrp', { role: 'together', corresp: pointers(part.who) }, talkOf(part, words))),
    relations.length > 0 && block('listRelation', {}, relations),
  );
}

const pointers = (who: Part['who']): string => who.map(({ id }) => `#${id}`).join(' ');

/** Turns, words and the share of all words, in percent. */
export function talkOf({ turns, words }: Part, all: number): Element {
  const share = String(Math.round((1000 * words) / Math.max(all, 1)) / 10);
  const percent = inline('measure', { type: 'share', unit: 'percent', quantity: share }, `${share} %`);
  return block(
    'state',
    { type: 'talk', resp: '#memcon' },
    inline('desc', {}, measure(turns, 'turn'), ', ', measure(words, 'word'), ', ', percent),
  );
}
