import { permalinkOf } from '../citation/csl-item.js';
import type { Citation } from '../citation/given.js';
import type { CitableEdition, Unit } from '../citation/unit.js';
import { type Verdict, verify } from '../citation/verify.js';
import { stoodFor } from '../citation/withdrawn.js';
import { releaseOf } from '../corpus/built-editions.js';
import { inShort } from '../messages/in-short.js';
import { type Message, message } from '../messages/message.js';

/** The release in which cited words stand as they were cited. */
interface Stood {
  readonly version: string;
  readonly permalink: string;
}

/** A citation, with its words where the release that it names has them and the citation has only their hash. */
export async function asReleased(
  edition: CitableEdition | undefined,
  citation: Citation,
): Promise<{ citation: Citation; stood?: Stood }> {
  const { version, words } = citation;
  const release = edition && version !== undefined ? await releaseOf(edition, version) : undefined;
  if (!release || version === undefined) return { citation };
  const then = verify(release, citation);
  if (then.kind !== 'stands' || then.otherwise) return { citation };
  const { unit } = then;
  return {
    citation: words === undefined && unit.kind !== 'document' ? { ...citation, words: unit.words } : citation,
    stood: { version, permalink: permalinkOf(release.record, unit) },
  };
}

/** Where the citation does not name its edition. */
export const onlyOne = (editions: readonly CitableEdition[], { edition }: Citation): CitableEdition | undefined =>
  edition === undefined && editions.length === 1 ? editions[0] : undefined;

export function standing(
  { record }: CitableEdition,
  { reference, version }: Citation,
  { unit }: Verdict & { kind: 'stands' },
): string {
  const since = version === undefined || version === record.version ? '' : `, cited from version ${version}`;
  const now = record.version === undefined ? '' : ` in version ${record.version}`;
  return `${record.name}#${reference}: the words stand${now} as they were cited${since}: ${unit.references.at(-1)}\n  ${permalinkOf(record, unit)}`;
}

export function told(
  file: string,
  citation: Citation,
  edition: CitableEdition | undefined,
  verdict: Verdict | undefined,
  stood: Stood | undefined,
): Message[] {
  const { reference, words } = citation;
  const then = stood ? ` In version ${stood.version} it stood as cited: ${stood.permalink}` : '';
  // What a release is cited for, it keeps: that the edition has gone on is worth knowing, and no fault of the citation.
  const holds = stood !== undefined && stood.version === citation.release;
  const severity = holds ? 'warning' : 'error';
  if (!edition || !verdict) {
    return [
      message('cited-words-stand', {
        file,
        reason: `The edition “${citation.edition ?? 'without a name'}” is not among those built.`,
        advice: 'Build it, or name the folder that holds it with --in.',
      }),
    ];
  }
  const { name } = edition.record;
  if (verdict.kind === 'stands') return saidOtherwise(file, `${name}#${reference}`, verdict, then, holds);
  const moved = verdict.moved && `${name}#${verdict.moved.references[0]} (${verdict.moved.references.at(-1)})`;
  if (verdict.kind === 'changed') {
    const difference = verdict.difference === undefined ? '' : `: ${verdict.difference.replace(/\.$/, '')}`;
    const quoted =
      verdict.quotedStands === undefined
        ? ''
        : verdict.quotedStands
          ? ' The words quoted stand in it all the same.'
          : ' The words quoted no longer stand in it.';
    return [
      message('cited-words-stand', {
        severity,
        file,
        words: reference,
        reason: `${name}#${reference} reads otherwise than it was cited${difference}.${quoted}${then}`,
        advice: holds
          ? KEPT
          : moved
            ? `The words cited now stand at ${moved}; cite that.`
            : 'Compare the revision history of the edition, and cite the passage anew.',
      }),
    ];
  }
  const { tombstone, to = [], like } = verdict;
  const before = words ?? tombstone?.words;
  const was =
    tombstone && words === undefined
      ? ` ${stoodFor(tombstone)}`
      : before === undefined
        ? ''
        : ` It stood for “${inShort(before, 80)}”.`;
  const share = like !== undefined ? Math.round(like * 100) : 0;
  return [
    message('cited-words-stand', {
      severity,
      file,
      words: reference,
      reason: `${name} has no ${reference}${tombstone ? ' any more' : ''}.${was}${then}`,
      advice: holds
        ? KEPT
        : moved && share === 100
          ? `The words now stand at ${moved}; cite that.`
          : to.length > 0
            ? `Its words now stand in ${listed(name, to)}; cite that.`
            : tombstone
              ? 'Its words were left out of the edition; compare its revision history.'
              : moved
                ? `The passage most like it is ${moved}, which shares ${share} % of the words.`
                : 'No passage has these words or words like them; compare the revision history of the edition.',
    }),
  ];
}

/** The words stand, and something else is said of them. */
function saidOtherwise(
  file: string,
  passage: string,
  { otherwise = {} }: Verdict & { kind: 'stands' },
  then: string,
  holds: boolean,
): Message[] {
  const { speakers, pages } = otherwise;
  const said = [
    ...(speakers ? [`the speaker was ${speakers[0]}, and is ${speakers[1]} now`] : []),
    ...(pages ? [`it was cited at p. ${pages[0]}, and stands on p. ${pages[1]} now`] : []),
  ];
  if (said.length === 0) return [];
  return [
    message('cited-words-stand', {
      severity: holds || !speakers ? 'warning' : 'error',
      file,
      words: passage,
      reason: `The words of ${passage} stand as they were cited, but ${said.join('; ')}.${then}`,
      advice: holds ? KEPT : 'Cite the passage anew.',
    }),
  ];
}

const KEPT = 'The citation holds, since it leads to the release.';

/** “NAME#par.3 (p. 2, paragraph 3) and NAME#par.4 (…)”. */
export const listed = (name: string, units: readonly Unit[]): string =>
  units.map(({ references }) => `${name}#${references[0]} (${references.at(-1)})`).join(' and ');

export function asData(
  file: string,
  { reference, sha256 }: Citation,
  edition: CitableEdition | undefined,
  verdict: Verdict | undefined,
  stood: Stood | undefined,
) {
  const where = verdict && (verdict.kind === 'stands' ? verdict.unit : verdict.moved);
  return {
    file,
    reference,
    sha256,
    ...(verdict?.kind === 'stands' && verdict.otherwise && { otherwise: verdict.otherwise }),
    ...(edition && { edition: edition.record.name }),
    verdict: verdict?.kind ?? 'edition-not-built',
    ...(stood && { stood }),
    ...(where && { stands: where.references[0], ...(edition && { permalink: permalinkOf(edition.record, where) }) }),
    ...(verdict?.kind === 'changed' && verdict.difference !== undefined && { difference: verdict.difference }),
    ...(verdict?.kind === 'changed' && verdict.quotedStands !== undefined && { quotedStands: verdict.quotedStands }),
    ...(verdict?.kind === 'gone' && verdict.to && { to: verdict.to.map(({ references }) => references[0]) }),
    ...(verdict?.kind === 'gone' && verdict.like !== undefined && { like: Number(verdict.like.toFixed(2)) }),
  };
}
