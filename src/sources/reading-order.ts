import { childrenOf, type Element } from './xml-tree.js';

/**
 * The ids that a ReadingOrder names, in its order: those of an OrderedGroup by @index where they have one (PAGE
 * 2019-07-15, OrderedGroupType), else as they stand (ALTO 4.3, OrderedGroupType). A group may itself stand for a region.
 */
export function idsInOrder(group: Element, attribute: 'regionRef' | 'REF'): string[] {
  const own = group.attributes.get(attribute)?.split(/\s+/).filter(Boolean) ?? [];
  return [...own, ...byIndex(childrenOf(group)).flatMap((child) => idsInOrder(child, attribute))];
}

/** By @index, if every element has one. */
export function byIndex(elements: readonly Element[]): readonly Element[] {
  const index = (element: Element) => Number.parseInt(element.attributes.get('index') ?? '', 10);
  if (elements.some((element) => Number.isNaN(index(element)))) return elements;
  return [...elements].sort((one, other) => index(one) - index(other));
}

/**
 * Sorted by the first place at which one of an item's ids is named, the nearest id deciding; what is not named comes
 * after all that is, in document order.
 */
export function inOrder<Item>(
  items: readonly Item[],
  named: readonly string[],
  idsOf: (item: Item) => readonly string[],
): Item[] {
  const ranks = new Map<string, number>();
  named.forEach((id, rank) => {
    if (!ranks.has(id)) ranks.set(id, rank);
  });
  const rankOf = (item: Item) => ranks.get(idsOf(item).find((id) => ranks.has(id)) ?? '') ?? named.length;
  return items
    .map((item) => ({ item, rank: rankOf(item) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}
