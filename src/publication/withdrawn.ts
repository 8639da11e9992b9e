/** An id that the edition has published and no longer has, as its pages tell it. */
export interface WithdrawnPassage {
  readonly id: string;
  /** What it stood for, beginning and end. */
  readonly words: string;
  /** The last version in which it stood, and the first without it. */
  readonly until?: string;
  readonly version?: string;
  /** The day of that version, ISO 8601. */
  readonly date?: string;
  /** What has its words now. */
  readonly to: readonly { readonly id: string; readonly label: string; readonly href: string }[];
}

/** Where nothing but elements of their own may stand; an anchor in them would be moved by the browser. */
const CLOSED: ReadonlySet<string> = new Set(
  'area base br col dl embed hr img input link menu meta ol select source table tbody thead tr ul wbr'.split(' '),
);

/**
 * A page on which every address of a withdrawn passage leads to something: an empty anchor where its words stand, if
 * that is one place of this page.
 * @returns the page, and the passages that have no anchor on it
 */
export function withAnchors(
  html: string,
  withdrawn: readonly WithdrawnPassage[],
): { html: string; left: WithdrawnPassage[] } {
  const left: WithdrawnPassage[] = [];
  const anchors = new Map<string, string[]>();
  for (const passage of withdrawn) {
    if (html.includes(` id="${passage.id}"`)) continue;
    const [target, ...others] = passage.to;
    const tag = target && new RegExp(`<([a-z][a-z0-9]*)\\b[^>]*? id="${target.id.replace(/\W/g, '\\$&')}"`).exec(html);
    if (!tag || others.length > 0 || CLOSED.has(tag[1]!)) left.push(passage);
    else anchors.set(target!.id, [...(anchors.get(target!.id) ?? []), passage.id]);
  }
  for (const [id, ids] of anchors) {
    const tag = new RegExp(`<[a-z][a-z0-9]*\\b[^>]*? id="${id.replace(/\W/g, '\\$&')}"[^>]*>`);
    const empty = ids.map((one) => `<span id="${one}"></span>`).join('');
    html = html.replace(tag, (start) => `${start}${empty}`);
  }
  return { html, left };
}

/** The page with a section at the end of its contents. */
export const withSection = (html: string, section: string): string =>
  html.replace(
    '</main>',
    () =>
      `${section
        .replace(/^<!DOCTYPE[^>]*>\s*/i, '')
        .replace(/ xmlns="[^"]*"/, '')
        .trim()}</main>`,
  );
