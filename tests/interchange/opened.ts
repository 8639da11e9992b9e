import { queryAddresses } from '../../src/interchange/dts/addresses.js';
import { identifiersAt } from '../../src/interchange/dts/identifiers.js';
import { dtsAnswer } from '../../src/interchange/dts/live.js';
import { openEdition } from '../../src/interchange/edition.js';
import { type EditionRecord, recordOf } from '../../src/interchange/record.js';
import { buildText } from '../building.js';
import { readText } from '../repository.js';
import { FLAGSHIP } from '../workspace.js';

export const flagshipTei = readText(`output/${FLAGSHIP}/${FLAGSHIP}.xml`);
export const flagship = openEdition(FLAGSHIP, flagshipTei);

/** A talk of the fixtures, as the command line builds it without an editor. */
export function talkTei(name: string): string {
  const text = readText(`tests/fixtures/talks/${name}/transcription.md`);
  return buildText(text, { name }).tei!;
}

export const HOST = 'http://localhost:4278';
/** Where the editions are published, whoever serves them. */
export const SITE = 'https://example.org/memoranda';
export const addresses = queryAddresses(`${HOST}/api/dts`, HOST, identifiersAt(SITE));

/** A server with these editions, asked by endpoint and query. */
export function asking(teis: ReadonlyMap<string, string>) {
  const records = new Map<string, EditionRecord>([...teis].map(([name, tei]) => [name, recordOf(name, tei)]));
  const source = {
    catalogue: () => ({ title: 'Memoranda', records }),
    open: (name: string) => (teis.has(name) ? openEdition(name, teis.get(name)!) : undefined),
  };
  return (endpoint: string, query: Record<string, string> | [string, string][] = {}) => {
    const pairs = new URLSearchParams(query);
    const answer = dtsAnswer(source, { endpoint, pairs, self: `${HOST}/api/dts/${endpoint}/?${pairs}` }, addresses);
    return { ...answer, data: answer.type.includes('json') ? JSON.parse(answer.body) : undefined };
  };
}
