/**
 * A licence as IIIF takes it: its Presentation API (3.0, `rights`) allows the addresses of Creative Commons and of
 * RightsStatements.org as they were given out, with `http:`; any other goes without.
 */
export function rightsOf(licence: string | undefined): string | undefined {
  const found = /^https?:\/\/((?:creativecommons\.org|rightsstatements\.org)\/\S+)$/.exec(licence ?? '');
  return found ? `http://${found[1]}` : undefined;
}
