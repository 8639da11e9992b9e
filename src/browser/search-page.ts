// The search page: reads its form, looks the words up in the index, lists the passages. Nothing leaves the browser.
import { find, type Hit } from '../search/find.js';
import { clausesOf, isNamed, type Query } from '../search/query.js';
import { catalogue, wordsIn } from './index-scripts.js';
import { resultOf } from './results.js';
import { counted, say } from './wording.js';

/** Passages shown at first, and again at each press of the button. */
const AT_ONCE = 20;
/** After a key, in milliseconds. */
const PAUSE = 150;

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const form = byId<HTMLFormElement>('search');
const status = byId('count');
const list = byId('results');
const more = byId<HTMLButtonElement>('more');
const narrow = byId<HTMLDetailsElement>('narrow');

const fields = (): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));

/** A search can be kept and sent: its terms stand behind "#", which works from disk, too. */
function keep(): void {
  const terms = new URLSearchParams(
    Object.entries(fields()).filter(([name, value]) => value !== '' && !(name === 'sort' && value === 'best')),
  );
  history.replaceState(null, '', `#${terms.toString()}`);
}

function restore(): void {
  const terms = new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search);
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || field.name === '') continue;
    field.value = terms.get(field.name) ?? (field.name === 'sort' ? 'best' : '');
    if (field.value !== '' && field.name !== 'q' && field.name !== 'sort') narrow.open = true;
  }
}

let latest = 0;
let hits: Hit[] = [];

async function search(): Promise<void> {
  const mine = ++latest;
  const index = catalogue();
  if (!index) {
    status.textContent = say('index-is-missing', { file: 'assets/search/catalogue.js' });
    return;
  }
  const { q = '', sort, ...filters } = fields();
  try {
    const found = await find(index, { clauses: clausesOf(q), ...filters } satisfies Query, wordsIn);
    if (mine !== latest) return;
    hits =
      sort === 'date' ? [...found].sort((one, other) => one.edition - other.edition || one.unit - other.unit) : found;
    const shown = await entries(0);
    if (mine !== latest) return;
    list.replaceChildren(...shown);
    status.textContent = countOf(q, filters);
    showButton();
  } catch (error) {
    if (mine === latest) status.textContent = (error as Error).message;
  }
}

const entries = (from: number): Promise<HTMLLIElement[]> =>
  Promise.all(hits.slice(from, from + AT_ONCE).map((hit) => resultOf(catalogue()!, hit)));

function showButton(): void {
  more.hidden = list.children.length >= hits.length;
  more.textContent = counted('show-more-of', Math.min(AT_ONCE, hits.length - list.children.length));
}

function countOf(q: string, { speaker, person, ...others }: Record<string, string>): string {
  const names = [speaker, person].filter((name) => name !== undefined && name !== '');
  if (q === '' && names.length === 0 && Object.values(others).every((value) => value === '')) return '';
  const unknown = names.find((name) => !catalogue()!.people.some(([own, , forms]) => isNamed(name!, [own, ...forms])));
  if (unknown !== undefined) return say('nobody-is-called', { name: unknown });
  if (hits.length === 0) return say('nothing-found');
  const documents = new Set(hits.map(({ edition }) => edition)).size;
  return counted('passages-in-documents', hits.length, { documents: counted('in-documents', documents) });
}

function fill(): void {
  const { editions = [], people = [] } = catalogue() ?? {};
  byId('edition').append(
    ...editions.map(({ name, title, day }) => new Option([day, title].filter(Boolean).join(': '), name)),
  );
  const speaking = new Set(editions.flatMap(({ units }) => units.flatMap(([, , , , , who]) => who)));
  const options = (wanted: (i: number) => boolean) =>
    people
      .flatMap(([name], i) => (wanted(i) ? [name] : []))
      .sort()
      .map((name) => Object.assign(document.createElement('option'), { value: name }));
  byId('speakers').append(...options((i) => speaking.has(i)));
  byId('people').append(...options(() => true));
}

let timer: ReturnType<typeof setTimeout> | undefined;
form.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    keep();
    void search();
  }, PAUSE);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  keep();
  void search();
});
form.addEventListener('reset', () =>
  setTimeout(() => {
    keep();
    void search();
  }),
);
more.addEventListener('click', async () => {
  const first = list.children.length;
  list.append(...(await entries(first)));
  showButton();
  // Who works by keyboard goes on with the first of the new ones.
  list.children[first]?.querySelector('a')?.focus();
});
addEventListener('hashchange', () => {
  restore();
  void search();
});
fill();
restore();
void search();
