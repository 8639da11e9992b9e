import type { Conversation, Part } from '../tei/edition.js';

/** Where the table of a conversation lies in an output folder. */
export const conversationPath = (edition: string): string => `${edition}/${edition}.conversation.json`;

/** The table of a conversation as a file; docs/conversation-table.md tells its form. Shares are parts of 1. */
export function conversationText(edition: string, { words, narration, turns, people, together }: Conversation): string {
  const spoken = words - narration;
  const counts = (part: Part) => ({
    turns: part.turns,
    words: part.words,
    share: { ofBody: share(part.words, words), ofSpoken: share(part.words, spoken) },
    addresses: part.addresses.map(({ person, turns: times }) => ({ ...named(person), turns: times })),
  });
  const table = {
    edition,
    words: { body: words, spoken, narration },
    turns,
    people: people.map((part) => ({
      ...named(part.who[0]!),
      participant: part.who[0]!.participant !== undefined,
      delegation: part.delegation ?? null,
      role: part.role ?? null,
      ...counts(part),
    })),
    together: together.map((part) => ({ who: part.who.map(named), ...counts(part) })),
  };
  return `${JSON.stringify(table, null, 2)}\n`;
}

const named = ({ id, name, record }: Part['who'][number]) => ({ id, name: record?.preferred ?? name });
const share = (words: number, all: number): number => Math.round((10_000 * words) / Math.max(all, 1)) / 10_000;
