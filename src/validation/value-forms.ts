/** What attributes without a list of values may hold; the words for those that are written by hand. */
export function formOf(name: string): string {
  const form = FORMS[name];
  return form ? `It is ${form}.` : 'It has not the form that the schema asks for.';
}

const DATE = 'a date as 1963, 1963-01, 1963-01-10 or a time as 12:00:00';
const POINTER = 'a reference as #id, or several with spaces between';
const COUNT = 'a whole number in figures';
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
  quantity: COUNT,
  rows: COUNT,
  cols: COUNT,
  value: COUNT,
  'xml:id': 'a name that begins with a letter and has no spaces or colons',
  'xml:lang': 'a language tag as en or ru-Latn',
};
