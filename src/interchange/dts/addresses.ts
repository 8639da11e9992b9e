import { identifiersAt } from './identifiers.js';

export const TEI_TYPE = 'application/tei+xml';
/** In which a server gives the whole or a passage; in files only the first. */
export const MEDIA_TYPES = [TEI_TYPE, 'text/plain', 'text/html'] as const;

/** URI templates (RFC 6570) of one resource, or of all. */
export interface Templates {
  readonly collection: string;
  readonly navigation: string;
  readonly document: string;
}

export interface CollectionPart {
  readonly nav?: 'children' | 'parents';
  readonly page?: number;
}

/** What the resources and the collection of all are called in answers: absolute addresses, each with a slash at its end. */
export interface Identifiers {
  readonly root: string;
  of(name: string): string;
}

/** Where the answers are found. */
export interface Addresses {
  readonly ids: Identifiers;
  /** In which documents can be asked for; absent where they come in one and none can be asked for. */
  readonly mediaTypes?: readonly string[];
  /** Of the entry point. */
  readonly entry: string;
  readonly all: Templates;
  of(name: string): Templates;
  /** Template of the collection of all. */
  readonly ofRoot: string;
  /** Of the answer on the edition of this name, or on the collection of all. */
  collection(name: string | undefined, part?: CollectionPart): string;
  /** Of a whole edition in TEI, as it is published. */
  download(name: string): string;
}

/** Addresses with queries, for a server; `base` has no slash at its end, `site` is where the output folder lies. */
export function queryAddresses(base: string, site: string, ids: Identifiers): Addresses {
  return {
    ids,
    mediaTypes: MEDIA_TYPES,
    entry: `${base}/`,
    all: {
      collection: `${base}/collection/{?id,nav,page}`,
      navigation: `${base}/navigation/{?resource,ref,start,end,down,tree,page}`,
      document: `${base}/document/{?resource,ref,start,end,tree,mediaType}`,
    },
    ofRoot: `${base}/collection/?id=${encodeURIComponent(ids.root)}{&nav,page}`,
    of(name) {
      const id = encodeURIComponent(ids.of(name));
      return {
        collection: `${base}/collection/?id=${id}{&nav,page}`,
        navigation: `${base}/navigation/?resource=${id}{&ref,start,end,down,tree,page}`,
        document: `${base}/document/?resource=${id}{&ref,start,end,tree,mediaType}`,
      };
    },
    collection(name, { nav, page } = {}) {
      const query = new URLSearchParams({
        id: name === undefined ? ids.root : ids.of(name),
        ...(nav !== undefined && { nav }),
        ...(page !== undefined && { page: String(page) }),
      });
      return `${base}/collection/?${query}`;
    },
    download: (name) => downloadOf(site, name),
  };
}

const downloadOf = (site: string, resource: string): string => {
  const name = encodeURIComponent(resource);
  return `${site}/${name}/${name}.xml`;
};

/** The entry point in files, in the output folder: its templates are resolved against its address. */
export const ENTRY = 'dts.json';

const COLLECTION = `dts/collection{;nav,page}.json`;
const NAVIGATION = `dts/navigation{;tree,down,start,end}/ref={+ref}.json`;
const DOCUMENT = `dts/document{;tree,start,end,mediaType}/ref={+ref}.xml`;

/**
 * Addresses that are paths of files, for a site without a server. An identifier is the address of a folder, in which the
 * answers on what it names lie: an address cannot be a step of a path, but a path can follow it (`{+id}`). Without an `id`
 * what is left is the path of the collection of all from the entry point. A reference keeps its slashes (`{+ref}`), since
 * few servers take `%2F`, and ends in a suffix, so that a passage and the folder of those within it have names of their
 * own. `start`, `end` and `mediaType` are in the templates so that what no file answers is not found, and never is taken
 * for something else.
 */
export function pathAddresses(site: string): Addresses {
  const ids = identifiersAt(site);
  return {
    ids,
    entry: `${site}/${ENTRY}`,
    all: {
      collection: `{+id}${COLLECTION}`,
      navigation: `{+resource}${NAVIGATION}`,
      document: `{+resource}${DOCUMENT}`,
    },
    ofRoot: `${ids.root}${COLLECTION}`,
    of(name) {
      const id = ids.of(name);
      return { collection: `${id}${COLLECTION}`, navigation: `${id}${NAVIGATION}`, document: `${id}${DOCUMENT}` };
    },
    collection: (name, part) => addressAt(ids, name, collectionPath(part)),
    download: (name) => downloadOf(site, name),
  };
}

/** The address of a file in the folder of an edition, or of all. */
export const addressAt = (ids: Identifiers, name: string | undefined, path: string): string =>
  `${name === undefined ? ids.root : ids.of(name)}${encodeURI(path)}`;

/** Paths in the folder of an edition; that of a collection also in the folder of all. */
export const collectionPath = ({ nav, page }: CollectionPart = {}): string =>
  `dts/collection${parameters({ nav, page })}.json`;

export const navigationPath = (tree: string | undefined, down: number | undefined, ref = ''): string =>
  `dts/navigation${parameters({ tree, down })}/ref=${ref}.json`;

export const documentPath = (tree: string | undefined, ref = ''): string =>
  `dts/document${parameters({ tree })}/ref=${ref}.xml`;

const parameters = (given: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `;${name}=${value}`)
    .join('');
