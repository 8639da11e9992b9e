export interface Turn {
  line: string;
  answers: string[];
  to: string | undefined;
  direct: boolean;
  words: string;
}

export interface Person {
  key: string;
  name: string;
  forms: { words: string; around: string }[];
}

export function turnsOf(text: string): Turn[];
export function peopleOf(text: string): Person[];
export function placesOf(turns: readonly Turn[], text: string): number[];
export function compared(
  xml: string,
  turns: readonly Turn[],
  people: readonly Person[],
): { share: number; links: number; errors: string[] };
