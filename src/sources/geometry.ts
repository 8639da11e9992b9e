import type { Box } from './scan.js';

/** The rectangle between four sides; `undefined` where one is missing or it has no area. */
export function boxOf(left?: number, top?: number, right?: number, bottom?: number): Box | undefined {
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return undefined;
  return left < right && top < bottom ? { left, top, right, bottom } : undefined;
}

/** The smallest rectangle about those that are there. */
export function unionOf(boxes: readonly (Box | undefined)[]): Box | undefined {
  const there = boxes.filter((box) => box !== undefined);
  if (there.length === 0) return undefined;
  return there.reduce((one, other) => ({
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  }));
}

/** The part of a box that the characters from `start` to `end` of `length` take up: a typed one is as wide as any other. */
export function partOf(box: Box, start: number, end: number, length: number): Box {
  const width = box.right - box.left;
  return {
    ...box,
    left: box.left + Math.round((width * start) / length),
    right: box.left + Math.round((width * end) / length),
  };
}

/** The value that this share of the others stay below, the middle one where none is given; `undefined` of none. */
export function quantileOf(values: readonly number[], share = 0.5): number | undefined {
  return [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) * share)];
}
