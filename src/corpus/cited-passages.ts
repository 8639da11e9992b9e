import { citationsOf, type PassageCitations } from '../citation/cite.js';
import type { CitedPassage } from '../publication/views.js';

/** In characters: enough to know a passage by. */
const FIRST_WORDS = 90;

/** The passages of an edition as its page of citations shows them: what `memcon cite` gives. */
export async function citedPassages(file: string, tei: string): Promise<CitedPassage[]> {
  const citations = await citationsOf(file, tei);
  return citations.map(({ id, label, words, permalink, chicagoNote, mla, bibtex, ris, cslJson }: PassageCitations) => ({
    id,
    label,
    words: firstOf(words),
    href: permalink.slice(permalink.lastIndexOf('/') + 1),
    chicago: chicagoNote,
    mla: mla.entry,
    mlaInText: mla.citation,
    bibtex,
    ris,
    csl: JSON.stringify(cslJson, null, 1),
  }));
}

function firstOf(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= FIRST_WORDS) return line;
  return `${line.slice(0, line.lastIndexOf(' ', FIRST_WORDS))} …`;
}

/** The document as a whole for reference managers, by path. */
export function citationFiles(name: string, [whole]: readonly CitedPassage[]): [path: string, text: string][] {
  if (!whole) return [];
  return [
    [`${name}/${name}.bib`, whole.bibtex],
    [`${name}/${name}.ris`, whole.ris],
    [`${name}/${name}.csl.json`, `${whole.csl}\n`],
  ];
}
