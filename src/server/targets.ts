/** What a request asks for: the path of a file of the output, or why there can be none. */
export type Target = { path: string } | { status: 400 | 414 };

/** Longer than any address of an edition, in characters. */
const LONGEST = 2000;

/**
 * Reads the target of a request line (RFC 9112, section 3.2.1: origin-form only). What comes out is only looked up among
 * the paths of a build, so that `..`, backslashes and links have no meaning of their own; they are refused all the same.
 */
export function targetOf(url: string): Target {
  if (url.length > LONGEST) return { status: 414 };
  const [before = ''] = url.split(/[?#]/);
  if (!before.startsWith('/')) return { status: 400 };
  let path: string;
  try {
    path = decodeURIComponent(before.slice(1));
  } catch {
    return { status: 400 };
  }
  if (/[\x00-\x1F\x7F\\]/.test(path) || path.split('/').some((step) => step === '.' || step === '..'))
    return { status: 400 };
  return { path };
}

/** The path as it stands in an address. */
export const addressOf = (path: string): string => `/${path.split('/').map(encodeURIComponent).join('/')}`;

/**
 * Whether the Host of a request is this machine, as a person would name it. A page of another site that had its own name
 * lead here (DNS rebinding) would come with that name; an address in numbers cannot be made to lead elsewhere.
 */
export function isOwnHost(host: string | undefined, named: ReadonlySet<string>): boolean {
  const [, bracketed, plain] = /^(?:(\[[0-9a-fA-F:.]+\])|([A-Za-z0-9.-]+))(?::\d{1,5})?$/.exec(host ?? '') ?? [];
  const name = (bracketed ?? plain ?? '').toLowerCase();
  return name !== '' && named.has(name);
}
