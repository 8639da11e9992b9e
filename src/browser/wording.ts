/** The words that the page gives its script, in the language of the page. */
interface Wording {
  readonly language: string;
  /** One wording, or one for each category of the number in it (CLDR). */
  readonly words: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

const { language, words } = JSON.parse(document.getElementById('search')!.dataset.wording!) as Wording;
const categories = new Intl.PluralRules(language);

/** A sentence with its slots filled. */
export const say = (key: string, slots: Readonly<Record<string, string>> = {}): string =>
  filled(words[key] as string, slots);

/** The form of a sentence that goes with a number, which is its slot `n`. */
export function counted(key: string, n: number, slots: Readonly<Record<string, string>> = {}): string {
  const forms = words[key] as Readonly<Record<string, string>>;
  return filled(forms[categories.select(n)] ?? forms.other!, { ...slots, n: n.toLocaleString(language) });
}

/** “a and b”, “a, b and c”. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : say('list-and', { before: items.slice(0, -1).join(', '), last: items.at(-1)! });

const filled = (sentence: string, slots: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{([a-z-]+)\}/g, (slot, name: string) => slots[name] ?? slot);
