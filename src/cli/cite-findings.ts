import { publishedElsewhere } from '../citation/elsewhere.js';
import type { Found } from '../citation/resolve.js';
import { releaseOf } from '../corpus/built-editions.js';
import { inShort } from '../messages/in-short.js';
import { type Message, message } from '../messages/message.js';

/** What whoever cites a passage should know of it, or of the reference that has led there. */
export const findingsOf = async (found: Found, reference: string): Promise<Message[]> => [
  ...slipsIn(found, reference),
  ...elsewhere(found, reference),
  ...(await unlikeRelease(found)),
];

function slipsIn({ like, quoted, edition }: Found, reference: string): Message[] {
  if (!like || quoted === undefined) return [];
  const reason = `The words were found with small differences: the edition has “${quoted}”.`;
  const advice = 'Quote them as they stand there; the citation already does.';
  return [message('cited-words-are-to-the-letter', { file: edition.file, words: reference, reason, advice })];
}

function elsewhere({ edition: { record, file } }: Found, reference: string): Message[] {
  const own = publishedElsewhere(reference, record);
  if (own === undefined) return [];
  const reason = `“${reference}” is no address of ${record.name}, which is published at ${own}; the citation is of that edition.`;
  const advice = 'Make sure that the address leads to the same edition, and give the one that the citation has.';
  return [message('address-is-the-editions', { file, words: reference, reason, advice })];
}

/** The edition still has the version of a release, and other words than that where the passage stands. */
async function unlikeRelease({ edition, unit }: Found): Promise<Message[]> {
  const { version, release, name } = edition.record;
  if (version === undefined || release !== undefined || unit.kind === 'document') return [];
  const released = await releaseOf(edition, version);
  if (!released) return [];
  const then = unit.id === undefined ? undefined : released.byReference.get(unit.id);
  if (unit.id === undefined || then?.sha256 === unit.sha256) return [];
  return [
    message('release-has-its-version', {
      file: edition.file,
      words: unit.id,
      reason: `The citation says version ${version}, and release ${version} of ${name} has ${
        then ? `other words there: “${inShort(then.words)}”` : `no ${unit.id}`
      }.`,
      advice: `Cite the release with --at ${version}, or wait until the edition has a version of its own.`,
    }),
  ];
}
