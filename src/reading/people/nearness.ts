import type { Mention } from './mention.js';
import type { Person } from './people.js';

/**
 * Of several whom a name or office may mean, the one who was named last before it. The others stay on record, and
 * nearness makes nothing sure. Paragraphs come in their order.
 */
export function nearestOf(paragraphs: readonly (readonly Mention[])[]): Mention[][] {
  const lastNamed = new Map<Person, number>();
  let count = 0;
  return paragraphs.map((mentions) =>
    mentions.map((mention) => {
      count++;
      const settled = isOpen(mention) ? near(mention, mention.others ?? [], lastNamed) : mention;
      if (!isOpen(mention)) lastNamed.set(mention.person, count);
      return settled;
    }),
  );
}

const isOpen = ({ certainty, others = [] }: Mention): boolean => certainty === 'low' && others.length > 0;

function near(mention: Mention, others: readonly Person[], lastNamed: ReadonlyMap<Person, number>): Mention {
  const all = [mention.person, ...others];
  const last = all
    .filter((person) => lastNamed.has(person))
    .sort((one, other) => lastNamed.get(other)! - lastNamed.get(one)!)[0];
  if (!last) return mention;
  const evidence = `${mention.evidence}; the one named last before`;
  return { ...mention, person: last, others: all.filter((person) => person !== last), evidence };
}
