import { type Packed, unpacked } from '../citation/packed.js';
import type { Unit } from '../citation/unit.js';
import { CiteBox } from './cite-box.js';
import { placeOfSelection } from './selected-words.js';

// Loaded when something is cited first, together with the citations of the edition.

/** Cites in the box of the page; `back` brings the reader back to where he was. */
export interface Citing {
  /** @returns whether there is a passage with that id */
  passage(id: string, back: () => void): boolean;
  words(range: Range, back: () => void): void;
}

declare global {
  var memconCitations: Packed | undefined;
  var memconCiting: ((dialog: HTMLDialogElement) => Citing) | undefined;
}

globalThis.memconCiting = (dialog) => {
  const packed = memconCitations!;
  const edition = unpacked(packed);
  const byId = new Map<string, Unit>();
  // The only part of a turn has the id of the turn, which means the turn.
  for (const unit of edition.units) {
    const { id } = unit;
    if (id !== undefined && (!byId.has(id) || unit.references[0] === id)) byId.set(id, unit);
  }
  const box = new CiteBox(dialog, packed);
  return {
    passage(id, back) {
      const unit = byId.get(id);
      if (unit) box.open({ unit }, back);
      return unit !== undefined;
    },
    words(range, back) {
      const { place, quoted } = placeOfSelection(edition, range, byId) ?? {};
      if (place && quoted !== undefined) box.open({ unit: place.unit, quoted, pages: place.pages }, back);
      else box.open({ unit: place?.unit ?? edition.units[0]!, unfound: true }, back);
    },
  };
};
