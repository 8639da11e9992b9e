/**
 * Index of the last item for which `comes` holds, in a list sorted so that all items for which it holds come first;
 * -1 where it holds for none.
 */
export function lastThat<T>(sorted: readonly T[], comes: (item: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comes(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
