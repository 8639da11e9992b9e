export interface Gold {
  participants: { name: string; role: string; named_in_list_as?: string; in_list?: boolean }[];
  paragraphs: {
    text: string;
    mentions: { start: number; end: number; surface: string; id: string }[];
    pb: number[];
    turns: { from: string; who: string }[];
  }[];
}

export interface Source {
  name: string;
  transcription: string;
  gold: Gold;
}

export interface Family {
  name: string;
  about: string;
}

export interface Draw {
  file: string;
  gold: Gold;
  text?: string;
  leftOut?: string;
}

export const FAMILIES: readonly Family[];
export function perturbed(family: Family, source: Source, seed: number): Draw;
export function rewritten(transcription: string): string;
