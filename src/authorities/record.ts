/** One term of an office; W3C dates of any precision, absent where the authority does not know them. */
export interface Term {
  office: string;
  from?: string;
  to?: string;
  /** Where an end is open, the years out of which the term surely did not reach: from life dates, or by what is usual. */
  earliest?: string;
  latest?: string;
}

/** A date with the words that the authority has for it. */
export interface Dated {
  when?: string;
  text: string;
}

export interface PersonRecord {
  kind: 'person';
  id: string;
  preferred: string;
  /** Other full forms of the name. */
  variants: string[];
  /** The name that stands after a title: the surname, or the short name of those who are called by another: "Diem". */
  surname: string;
  /** Other spellings of that name, and surnames by which other forms are found: "Chou" beside "Zhou", "Papen" for "von Papen". */
  otherSurnames?: string[];
  birth?: Dated;
  death?: Dated;
  terms: Term[];
  idnos: Idno[];
  notes: string[];
  sources: string[];
}

export interface Idno {
  type: string;
  value: string;
}

/** An organisation, a place or an event. */
export interface EntityRecord {
  kind: 'organisation' | 'place' | 'event';
  id: string;
  preferred: string;
  /** Set where the authority itself is unsure of the preferred name. */
  certainty?: 'low' | 'medium';
  variants: string[];
  abbreviations: string[];
  when?: string;
  notBefore?: string;
  notAfter?: string;
  idnos: Idno[];
  notes: string[];
  sources: string[];
}

export type AuthorityRecord = PersonRecord | EntityRecord;
