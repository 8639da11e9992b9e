/** By what some records are found: each form with the places of the records that have it, from 0 in their order. */
export interface Forms {
  readonly all: readonly (readonly [form: string, places: readonly number[]])[];
  placesOf(form: string): readonly number[];
}

/**
 * As text: a line for each form, a tab behind it, and the places; in the order of the forms, so that one is found without
 * an index that would have to be built first. Forms have neither line ends nor tabs.
 */
export function writtenForms(formsByPlace: readonly (readonly string[])[]): string {
  const places = new Map<string, number[]>();
  formsByPlace.forEach((forms, place) => {
    for (const form of forms) {
      const same = places.get(form);
      if (!same) places.set(form, [place]);
      else if (same.at(-1) !== place) same.push(place);
    }
  });
  places.delete('');
  return [...places.keys()]
    .sort()
    .map((form) => `${form}\t${places.get(form)!.join(' ')}\n`)
    .join('');
}

export function formsIn(text: string): Forms {
  let all: Forms['all'] | undefined;
  return {
    get all() {
      all ??= text.split('\n').slice(0, -1).map(formIn);
      return all;
    },
    placesOf(form) {
      // Both are starts of lines: the form can only be from the one and before the other.
      let low = 0;
      let high = text.length;
      while (low < high) {
        const start = text.lastIndexOf('\n', ((low + high) >>> 1) - 1) + 1;
        const end = text.indexOf('\n', start);
        const [found, places] = formIn(text.slice(start, end));
        if (found === form) return places;
        if (found < form) low = end + 1;
        else high = start;
      }
      return [];
    },
  };
}

function formIn(line: string): [form: string, places: number[]] {
  const tab = line.indexOf('\t');
  const places = line.slice(tab + 1);
  return [line.slice(0, tab), places.split(' ').map(Number)];
}

/** A line end or a tab, which a reference to a character can bring into an attribute, would part what is one. */
export const onOneLine = (words: string): string => words.replace(/[\t\n]/g, ' ');
