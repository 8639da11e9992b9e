/** As many notes as the style sheet can tie to their places; `$last-slot` in the stylesheets says the same. */
export const LAST_SLOT = 200;

/**
 * Ties the n-th note in the margin to the n-th sign in the text: it stands at the height of its sign, or under the note
 * before it. CSS has no counter for anchor names, and a strict Content-Security-Policy allows no `style` attribute, so
 * the names are written out.
 */
export function anchorRules(): string {
  const rules = Array.from({ length: LAST_SLOT }, (_, index) => {
    const n = index + 1;
    return `.r${n}{anchor-name:--r${n}}.n${n}{--sign:--r${n};--before:--n${index};anchor-name:--n${n}}\n`;
  });
  return `@supports (top: max(anchor(--a top, 0px), 0px)) {\n${rules.join('')}}\n`;
}
