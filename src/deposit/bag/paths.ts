/** Names of files in the manifests of a bag, and what may be wrong with them (RFC 8493, sections 2.1.3, 5.2 and 6.2). */

/** As a manifest writes it: only line ends and the percent sign are replaced (RFC 8493, section 2.1.3). */
export const encodePath = (path: string): string =>
  path.replace(/[%\r\n]/g, (sign) => (sign === '%' ? '%25' : sign === '\r' ? '%0D' : '%0A'));

/** As it stands on the disk; bags before 1.0 did not write the percent sign as `%25`. */
export const decodePath = (written: string, version: string): string =>
  written.replace(/%(0[AD]|25)/gi, (whole, code: string) => {
    if (code === '25') return version === '1.0' ? '%' : whole;
    return code.toUpperCase() === '0A' ? '\n' : '\r';
  });

/** A percent sign that is none of the three codes, which no writer should have left so. */
export const hasBarePercent = (written: string): boolean => /%(?!0[AD]|25)/i.test(written);

/** Why a path must not be followed, as the end of a sentence; nothing where it stays inside the bag. */
export function unsafe(path: string): string | undefined {
  if (path.startsWith('/') || path.startsWith('\\')) return 'begins at the root of the disk';
  if (/^[A-Za-z]:/.test(path)) return 'names a drive';
  if (path.startsWith('~')) return 'begins with the home folder of a user';
  const steps = path.split('/');
  if (steps.includes('..') || path.split('\\').includes('..')) return 'leads out of the bag by “..”';
  if (path.includes('\u0000')) return 'has a NUL in it';
  if (steps.includes('')) return 'has an empty step in it';
  if (steps.includes('.')) return 'has a step “.” in it, which names nothing';
  return undefined;
}

/** What file systems that know no case, or one form of Unicode only, take for the same name. */
export const folded = (path: string): string => path.normalize('NFC').toLowerCase().normalize('NFC');

/** Groups of paths that become one on such a file system. */
export function twinsIn(paths: Iterable<string>): string[][] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const key = folded(path);
    const group = groups.get(key);
    if (group) group.push(path);
    else groups.set(key, [path]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
