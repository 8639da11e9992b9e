import { anchored } from '../citation/cite.js';
import { patternsOf } from '../citation/document-patterns.js';
import { packed } from '../citation/packed.js';
import { citationsOfPassage } from '../citation/passage-citations.js';
import type { CitableEdition } from '../citation/unit.js';
import { citableEdition } from '../citation/units.js';
import type { CitedPassage } from '../publication/views.js';

/** In characters: enough to know a passage by. */
const FIRST_WORDS = 90;

/** How an edition is cited: the whole, on the page of citations each passage, in `script` what any words of it need. */
export interface Citations {
  readonly passages: readonly CitedPassage[];
  readonly script: string;
}

/** The passages of an edition as its pages cite them: what `memcon cite` gives. */
export async function citationsFor(
  file: string,
  tei: string,
  layout: CitableEdition['record']['layout'],
): Promise<Citations> {
  const edition = citableEdition(file, tei, layout);
  const { record } = edition;
  const patterns = await patternsOf(record, edition.units);
  const passages = anchored(edition).map((unit): CitedPassage => {
    const { id, label, words, permalink, chicagoNote, mla, bibtex, ris, cslJson } = citationsOfPassage(
      record,
      patterns,
      unit,
    );
    return {
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
    };
  });
  return { passages, script: `memconCitations = ${JSON.stringify(packed(edition, patterns))};\n` };
}

function firstOf(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= FIRST_WORDS) return line;
  return `${line.slice(0, line.lastIndexOf(' ', FIRST_WORDS))} …`;
}

/** The document as a whole for reference managers, and what its pages cite from, by path. */
export function citationFiles(name: string, { passages: [whole], script }: Citations): [path: string, text: string][] {
  if (!whole) return [];
  return [
    [`${name}/${name}.bib`, whole.bibtex],
    [`${name}/${name}.ris`, whole.ris],
    [`${name}/${name}.csl.json`, `${whole.csl}\n`],
    [`${name}/cite.js`, script],
  ];
}
