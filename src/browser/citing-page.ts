// Citing in place: a link “cite” opens the box instead of the page of citations, and selected words can be cited. Nothing leaves the browser.

import type { Citing } from './citing.js';

/** After the last change of a selection, in milliseconds. */
const PAUSE = 200;
/** Where there are words of the edition to be cited. */
const TEXT = '.talk, .head, .sheet, .notes';
/** Between the selection and the button, in pixels. */
const GAP = 6;

const template = document.getElementById('cite-box') as HTMLTemplateElement;
const parts = template.content.cloneNode(true) as DocumentFragment;
const dialog = parts.querySelector('dialog')!;
const button = parts.querySelector<HTMLButtonElement>('.cite-words')!;
document.body.append(dialog);

const own = (document.currentScript as HTMLScriptElement).src;
const CITATIONS = template.dataset.citations!;
let loading: Promise<Citing> | undefined;

/** What cites, and the citations of the edition; a page from disk may load scripts, and nothing else. */
function citing(): Promise<Citing> {
  loading ??= Promise.all([CITATIONS, own.replace(/[^/]*$/, 'cite-box.js')].map(script)).then(() =>
    memconCiting!(dialog),
  );
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

const script = (address: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.onload = resolve;
    element.onerror = reject;
    element.src = address;
    document.head.append(element);
  });

/** Without the citations: to the page that has the same. */
const leaveFor = (address: string) => {
  location.href = address;
};

document.addEventListener('click', (event) => {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest<HTMLAnchorElement>('a.cite');
  if (!link) return;
  event.preventDefault();
  const id = decodeURIComponent(link.hash.slice(1));
  citing()
    .then((loaded) => loaded.passage(id, () => link.focus()) || leaveFor(link.href))
    .catch(() => leaveFor(link.href));
});

/** Who selects in the text wants none of the notes between its paragraphs; who selects in a note, that note. */
document.addEventListener('selectstart', (event) => {
  const at = event.target instanceof Element ? event.target : (event.target as Node).parentElement;
  document.body.classList.toggle('selecting', at?.closest('.talk') != null && !at.closest('.notes'));
});

/** The selection, where it holds words of the edition. */
function selected(): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const isText = [range.startContainer, range.endContainer].every((node) =>
    (node instanceof Element ? node : node.parentElement)?.closest(TEXT),
  );
  return isText && /[\p{L}\p{N}]/u.test(selection.toString()) ? range : undefined;
}

function offer(range: Range): void {
  const end = range.endContainer instanceof Element ? range.endContainer : range.endContainer.parentElement!;
  // Next to what was selected also in the order of the focus.
  const host = end.closest('.par, section, article')!;
  // Moved, it would lose the focus.
  if (button.parentElement !== host) host.append(button);
  const last = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  const frame = (button.offsetParent ?? document.body).getBoundingClientRect();
  const right = document.documentElement.clientWidth - button.offsetWidth - GAP;
  button.style.left = `${Math.max(GAP, Math.min(last.right - button.offsetWidth / 2, right)) - frame.left}px`;
  button.style.top = `${last.bottom + GAP - frame.top}px`;
}

let timer: ReturnType<typeof setTimeout> | undefined;
document.addEventListener('selectionchange', () => {
  if (dialog.open) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    const range = selected();
    if (range) offer(range);
    else if (document.activeElement !== button) button.remove();
  }, PAUSE);
});

// A press would give up the selection.
button.addEventListener('mousedown', (event) => event.preventDefault());
button.addEventListener('click', () => {
  const range = selected()?.cloneRange();
  if (!range) return;
  const back = () => {
    getSelection()!.removeAllRanges();
    getSelection()!.addRange(range);
    button.focus();
  };
  citing()
    .then((loaded) => loaded.words(range, back))
    .catch(() => leaveFor(CITATIONS.replace(/\.js$/, '.html')));
});

document.addEventListener('keydown', (event) => {
  if (!button.isConnected || dialog.open) return;
  if (event.key === 'Escape') button.remove();
  // The button is the next thing behind the selection.
  if (event.key !== 'Tab' || event.shiftKey || document.activeElement === button) return;
  event.preventDefault();
  button.focus();
});
