/** A request that cannot be answered as it was made; its words are for people. */
export class DtsFault extends Error {
  constructor(
    readonly status: 400 | 404,
    words: string,
  ) {
    super(words);
  }
}

const TITLES = { 400: 'Bad Request', 404: 'Not Found' } as const;

/** What is said of a fault, as JSON-LD: DTS names the status alone, so that the words are those of Hydra (`Status`). */
export const faultBody = ({ status, message: description }: DtsFault) => ({
  '@context': 'http://www.w3.org/ns/hydra/context.jsonld',
  '@type': 'Status',
  statusCode: status,
  title: TITLES[status],
  description,
});
