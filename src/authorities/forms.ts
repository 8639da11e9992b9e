/** By what some records are found: forms in order, and for each the places of the records that have it. */
export interface Forms {
  readonly all: readonly string[];
  /** The places of the records that have the form at this index. */
  placesAt(index: number): readonly number[];
  /** The places of the records that have this form. */
  placesOf(form: string): readonly number[];
}

/** As text of two parts, each with one line a form; in order, so that a form is found without an index to build first. */
export interface WrittenForms {
  forms: string;
  places: string;
}

/** Forms that have neither line ends nor tabs, of the records in their order. */
export function writtenForms(formsByPlace: readonly (readonly string[])[]): WrittenForms {
  const places = new Map<string, number[]>();
  formsByPlace.forEach((forms, place) => {
    for (const form of forms) {
      const same = places.get(form);
      if (!same) places.set(form, [place]);
      else if (same.at(-1) !== place) same.push(place);
    }
  });
  places.delete('');
  const inOrder = [...places.keys()].sort();
  return { forms: inOrder.join('\n'), places: inOrder.map((form) => places.get(form)!.join(' ')).join('\n') };
}

export function formsIn({ forms, places }: WrittenForms): Forms {
  const all = forms === '' ? [] : forms.split('\n');
  const lines = places.split('\n');
  const placesAt = (index: number): number[] => lines[index]!.split(' ').map(Number);
  return {
    all,
    placesAt,
    placesOf(form) {
      const index = firstNotBefore(all, form);
      return all[index] === form ? placesAt(index) : [];
    },
  };
}

/** A line end or a tab, which a reference to a character can bring into an attribute, would part what is one. */
export const onOneLine = (words: string): string => words.replace(/[\t\n]/g, ' ');

function firstNotBefore(all: readonly string[], form: string): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (all[middle]! < form) low = middle + 1;
    else high = middle;
  }
  return low;
}
