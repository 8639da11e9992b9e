import type { Line } from '../../sources/source.js';
import type { Certainty, Mark } from '../../text/marks.js';
import { found, lineMarks } from '../found.js';

interface AnnotationForm {
  pattern: RegExp;
  certainty: Certainty;
  evidence: string;
}

/**
 * What tells a later hand without an image: formulas of approval and filing, and dates and numbers that stand alone
 * beside the letterhead where the typist had no reason to put them. The whole block has to fit.
 */
const FORMS: readonly AnnotationForm[] = [
  {
    pattern: /^(?:Approved|Cleared|Noted|Seen|Read|Initialed|OK'?d)\b[^.]{0,60}$/is,
    certainty: 'high',
    evidence: 'formula of approval',
  },
  {
    pattern: /^(?:File[sd]?|For filing|Copy to|Dist(?:ribution|\.)? made|complete dist)\b.{0,80}$/is,
    certainty: 'medium',
    evidence: 'note of filing or distribution',
  },
  {
    pattern: /^(?:\d{1,2}\/\d{1,2}\/\d{2,4}|\d{4}[/-]\d{2}[/-]\d{2})$/,
    certainty: 'medium',
    evidence: 'date without a label beside the letterhead',
  },
  { pattern: /^\d{2,7}$/, certainty: 'low', evidence: 'number without letters beside the letterhead' },
];

/** How a block at the head of the document is told to be an annotation; `words` without the delimiters of emphasis. */
export function annotationOf(words: string): { certainty: Certainty; evidence: string } | undefined {
  const form = FORMS.find(({ pattern }) => pattern.test(words));
  return form && { certainty: form.certainty, evidence: form.evidence };
}

export function annotationMarks(lines: readonly Line[], certainty: Certainty, evidence: string): Mark[] {
  const [first] = lines;
  if (!first) return [];
  const range = found(first.start, lines.at(-1)!.end, certainty, evidence);
  return [{ kind: 'annotation', position: 'top', ...range }, ...lineMarks(lines)];
}
