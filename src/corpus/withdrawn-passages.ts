import { labelOf } from '../citation/cited-as.js';
import { permalinkOf } from '../citation/csl-item.js';
import type { PublishedId } from '../citation/published-id.js';
import { citableEdition } from '../citation/units.js';
import { placesOf } from '../citation/withdrawn.js';
import type { WithdrawnPassage } from '../publication/withdrawn.js';
import type { Plan } from './workspace.js';

/** In words, at the beginning and at the end. */
const SHOWN = 8;

/** The passages that an edition no longer has, as its pages tell them; the links are those from page to page. */
export function withdrawnPassages(
  file: string,
  tei: string,
  register: readonly PublishedId[],
  layout: Plan['layout'],
): WithdrawnPassage[] {
  const withdrawn = register.filter(({ gone }) => gone);
  if (withdrawn.length === 0) return [];
  const edition = citableEdition(file, tei, layout);
  return withdrawn.map((entry) => ({
    id: entry.id,
    words: beginningAndEnd(entry.words),
    ...(entry.until !== undefined && { until: entry.until }),
    ...(entry.gone?.version !== undefined && { version: entry.gone.version }),
    ...(entry.gone?.date !== undefined && { date: entry.gone.date }),
    to: placesOf(edition, entry).map((unit) => ({
      id: unit.id ?? unit.references[0]!,
      label: labelOf(unit),
      href: permalinkOf(edition.record, unit).replace(/^.*\//, ''),
    })),
  }));
}

function beginningAndEnd(words: string): string {
  const all = words.split(' ');
  return all.length <= 2 * SHOWN ? words : `${all.slice(0, SHOWN).join(' ')} … ${all.slice(-SHOWN).join(' ')}`;
}
