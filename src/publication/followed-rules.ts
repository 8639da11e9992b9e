/** As many speakers as the style sheet can follow; `$last-followed` in the stylesheets says the same. */
export const LAST_FOLLOWED = 40;

/**
 * While the n-th speaker is followed, the turns of all others are dimmed, those of the speaker show the way to the next,
 * and the choice says who is shown. A selector cannot compare two classes, so the numbers are written out. What is dimmed
 * takes its colours from the theme's own properties, set anew for the turn and all that is in it; paper is never dimmed.
 */
export function followedRules(): string {
  const numbers = Array.from({ length: LAST_FOLLOWED }, (_, index) => index + 1);
  const list = (behind: (n: number) => string) =>
    numbers.map((n) => `.reading:has(.follow-${n}:target) ${behind(n)}`).join(',\n');
  return `@media screen {
${list((n) => `:is(.turn, .band):not(.by-${n})`)} { --ink: var(--dimmed); --accent: var(--dimmed); --hand: var(--dimmed); --speaker: var(--faint); --name: var(--dimmed); --rule: dotted; color: var(--ink); }
${list((n) => `.by-${n}`)} { --lit: 0.75; }
${list((n) => `.share-${n}`)} { --now: inline; --first: visible; --weight: 600; --line-of-choice: var(--speaker); }
}
`;
}
