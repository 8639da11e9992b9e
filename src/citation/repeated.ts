import type { CslItem } from './csl-item.js';
import type { Styler } from './styled.js';

// Characters for private use stand for what differs from passage to passage; no style has anything to do with them.
const SUFFIX = '\u{E000}';
const ANCHOR = '\u{E001}';

/**
 * Styles many passages of one document: the citation processor, which takes milliseconds for each, is asked once for those
 * that differ in nothing but their words and their anchor, and these are put in afterwards.
 */
export function repeated(styler: Styler): Styler {
  const known = new Map<string, string>();
  const once = (key: string, make: () => string): string => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make();
    known.set(key, made);
    return made;
  };
  return {
    citation(item, cited, markup) {
      const [, before = '', words = '', after = ''] = /^( \(|, )(.*?)(\)?)$/s.exec(cited.suffix) ?? [];
      // Brackets within brackets the processor changes itself.
      if (before === '' || /[()[\]<>&]/.test(words)) return styler.citation(item, cited, markup);
      const { common, anchor } = alike(item);
      const same = { ...cited, suffix: before + SUFFIX + after };
      const key = JSON.stringify(['citation', common, same, markup]);
      return once(key, () => styler.citation(common, same, markup))
        .replaceAll(SUFFIX, () => words)
        .replaceAll(ANCHOR, () => anchor);
    },
    entry(item, cited, markup) {
      const { common, anchor } = alike(item);
      const key = JSON.stringify(['entry', common, cited.addendum, markup]);
      return once(key, () => styler.entry(common, cited, markup)).replaceAll(ANCHOR, () => anchor);
    },
  };
}

/** What the items of one document have in common, as far as styles print it; the anchor of this one stands apart. */
function alike({ custom: _custom, note: _note, page: _page, ...item }: CslItem): { common: CslItem; anchor: string } {
  const at = item.URL?.lastIndexOf('#') ?? -1;
  if (item.URL === undefined || at < 0) return { common: { ...item, id: 'passage' }, anchor: '' };
  const common = { ...item, id: 'passage', URL: item.URL.slice(0, at + 1) + ANCHOR };
  return { common, anchor: item.URL.slice(at + 1) };
}
