import { publishedElsewhere } from '../citation/elsewhere.js';
import type { Found } from '../citation/resolve.js';
import type { CitableEdition } from '../citation/unit.js';
import { releaseOf } from '../corpus/built-editions.js';
import { inShort } from '../messages/in-short.js';
import { type Message, message } from '../messages/message.js';

/** What whoever cites a passage should know of it, or of the reference that has led there. */
export async function findingsOf(cited: readonly Found[], reference: string): Promise<Message[]> {
  const messages: Message[] = [];
  const releases = new Map<CitableEdition, CitableEdition | undefined>();
  for (const found of cited) {
    const { edition, unit } = found;
    const { version, release } = edition.record;
    const isLikeARelease = version !== undefined && release === undefined && unit.kind !== 'document';
    if (isLikeARelease && !releases.has(edition)) releases.set(edition, await releaseOf(edition, version));
    messages.push(
      ...slipsIn(found, reference),
      ...elsewhere(found, reference),
      ...unlikeRelease(found, releases.get(edition)),
    );
  }
  return messages;
}

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
function unlikeRelease({ edition, unit }: Found, released: CitableEdition | undefined): Message[] {
  const { version, name } = edition.record;
  if (!released || unit.kind === 'document' || unit.id === undefined) return [];
  const then = released.byReference.get(unit.id);
  if (then?.sha256 === unit.sha256) return [];
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
