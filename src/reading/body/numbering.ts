import { partedAt, type WordedBlock } from '../worded-block.js';

/** A number or letter before a paragraph. */
export interface NumberFound {
  /** With its point or parentheses. */
  written: string;
  /** Without them. */
  n: string;
  /** Of a figure, or of a Roman numeral. */
  value?: number;
}

/** A capital with a point is left out: it is oftener an initial than a number. */
const NUMBER =
  /^(?:\((\d{1,3}|[a-z]|[ivxlc]{1,5}|[A-Z])\)|(\d{1,3}|[a-z]|[IVXLC]{2,6}|[ivxlc]{2,6})[.)]|([A-Z])\))(?=\s+\S)/;
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** The number at the beginning of a paragraph: "1.", "(a)", "IV.", "b)". */
export function numberOf(words: string): NumberFound | undefined {
  const match = NUMBER.exec(words);
  if (!match) return undefined;
  const [written, ...forms] = match;
  const n = forms.find((form) => form !== undefined) ?? '';
  const value = /^\d+$/.test(n) ? Number(n) : /^[IVXLC]{2,}$/i.test(n) ? roman(n.toUpperCase()) : undefined;
  return { written, n, ...(value !== undefined && { value }) };
}

function roman(numeral: string): number {
  const values = [...numeral].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, i) => (value < (values[i + 1] ?? 0) ? sum - value : sum + value), 0);
}

/** Parts a block at lines that go on with a count: "1." … "2." …, each a paragraph without an empty line between. */
export function splitAtNumbers(worded: WordedBlock): WordedBlock[] {
  const { block, words } = worded;
  const lines = words.split('\n');
  if (lines.length < 2 || lines.length !== block.lines.length) return [worded];
  const starts = lines.flatMap((line, i) => {
    const number = numberOf(line);
    return number && /^\d+$/.test(number.n) ? [{ i, value: Number(number.n) }] : [];
  });
  const counted = starts.filter(({ value }, k) => value === (starts[0]?.value ?? 0) + k);
  if (counted.length < 2) return [worded];
  const cuts = [...new Set([0, ...counted.map(({ i }) => i)])];
  return partedAt(block, lines, cuts);
}
