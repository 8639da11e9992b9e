import type { Bibliography } from './unit.js';

/** Where a preview shows an edition before it is published. */
const OWN_MACHINE = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * The address below which the edition is published, where a reference is an address that is not below it; nothing where the
 * edition has no address, or the reference is none.
 */
export function publishedElsewhere(reference: string, { address }: Pick<Bibliography, 'address'>): string | undefined {
  if (address === undefined || !/^https?:\/\//i.test(reference.trim())) return undefined;
  const given = parsed(reference.trim());
  const own = parsed(address);
  if (!given || !own || OWN_MACHINE.test(given.hostname)) return undefined;
  // A release lies in a folder below, and a server may have moved from http to https.
  const folder = new URL('.', own);
  const at = `${folder.host}${folder.pathname}`.replace(/v\d+\.\d+\.\d+\/$/, '');
  return `${given.host}${given.pathname}/`.startsWith(at) ? undefined : folder.href;
}

function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
