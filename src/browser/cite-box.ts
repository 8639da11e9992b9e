import { shortened } from '../citation/csl-item.js';
import { citationsIn, type Packed } from '../citation/packed.js';
import type { Unit } from '../citation/unit.js';

/** What is cited: a passage, or words of it that stand on some of its pages; `unfound` where they do not stand so. */
export interface Cited {
  readonly unit: Unit;
  readonly quoted?: string;
  readonly pages?: readonly string[];
  readonly unfound?: boolean;
}

/** The box of the page, made from its template. */
export class CiteBox {
  private readonly texts = new Map<string, string>();
  private back: () => void = () => undefined;

  constructor(
    private readonly dialog: HTMLDialogElement,
    private readonly packed: Packed,
  ) {
    dialog.querySelector('[data-close]')!.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
      const copied = (event.target as Element).closest<HTMLElement>('[data-copy]')?.dataset.copy;
      if (copied !== undefined) void this.copy(copied);
    });
    dialog.addEventListener('close', () => this.back());
  }

  /** Shows the citations; `back` brings the reader back to where he was. */
  open({ unit, quoted, pages, unfound = false }: Cited, back: () => void): void {
    const { packed } = this;
    const options = { ...(quoted !== undefined && { quoted }), ...(pages && { pages }) };
    const { label, permalink, chicagoNote, mla, bibtex, ris, cslJson } = citationsIn(packed, unit, options);
    const shown = quoted ?? (unit.kind === 'document' ? '' : shortened(unit.words));
    const texts = {
      label,
      words: shown === '' ? '' : this.part('.cite-box-words').dataset.quoted!.replace('{}', () => shown),
      permalink: packed.record.address === undefined ? addressOf(permalink) : permalink,
      chicago: chicagoNote,
      mla: mla.entry,
      'mla-in-text': mla.citation,
      bibtex,
      ris,
      'csl-json': `${JSON.stringify(cslJson, null, 2)}\n`,
    };
    for (const [name, text] of Object.entries(texts)) {
      this.texts.set(name, text);
      this.part(`[data-of="${name}"]`).textContent = text.replaceAll('\r', '');
    }
    this.part('.cite-box-words').hidden = shown === '';
    this.part('.cite-box-state').hidden = packed.record.reviewed;
    this.part('.cite-box-unfound').hidden = !unfound;
    this.part('.cite-box-done').textContent = '';
    this.back = back;
    this.dialog.showModal();
    this.dialog.scrollTop = 0;
  }

  private part(selector: string): HTMLElement {
    return this.dialog.querySelector<HTMLElement>(selector)!;
  }

  private async copy(name: string): Promise<void> {
    const status = this.part('.cite-box-done');
    const done = await copied(this.texts.get(name)!, this.part(`[data-of="${name}"]`));
    const called = this.part(`[data-called="${name}"]`).textContent;
    status.textContent = (done ? status.dataset.done! : status.dataset.selected!).replace('{}', called);
  }
}

/** Of an edition without an address: where the page is read from now; from disk, its place in the output folder. */
function addressOf(permalink: string): string {
  if (!location.protocol.startsWith('http')) return permalink;
  return new URL(permalink.slice(permalink.lastIndexOf('/') + 1), location.href).href;
}

/** Whether the text is on the clipboard; else it is selected in the box. */
async function copied(text: string, shown: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const details = shown.closest('details');
    if (details) details.open = true;
    getSelection()!.selectAllChildren(shown);
    return document.execCommand('copy');
  }
}
