/** What attributes without a list of values may hold in any TEI; the words for those that are written by hand. */
export const formOf = (name: string): string => inWords(FORMS[name]);

/** The same in memcon's own schema, which narrows numbers to counts. */
export const ownFormOf = (name: string): string => inWords(COUNTS.has(name) ? COUNT : FORMS[name]);

const inWords = (form: string | undefined): string =>
  form ? `It is ${form}.` : 'It has not the form that the schema asks for.';

const DATE = 'a date as 1963, 1963-01, 1963-01-10 or a time as 12:00:00';
const POINTER = 'a reference as #id, or several with spaces between';
const COUNT = 'a whole number in figures';
const COUNTS: ReadonlySet<string> = new Set(['quantity', 'rows', 'cols', 'value']);
const FORMS: Readonly<Record<string, string>> = {
  when: DATE,
  notBefore: DATE,
  notAfter: DATE,
  from: DATE,
  to: DATE,
  ref: POINTER,
  who: POINTER,
  toWhom: POINTER,
  hand: POINTER,
  wit: POINTER,
  resp: POINTER,
  target: POINTER,
  'xml:id': 'a name that begins with a letter and has no spaces or colons',
  'xml:lang': 'a language tag as en or ru-Latn',
};
