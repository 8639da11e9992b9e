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

/** What the resources and the collection of all are called in answers. */
export interface Identifiers {
  readonly root: string;
  of(name: string): string;
}

/** Where the answers are found. */
export interface Addresses {
  readonly ids: Identifiers;
  /** Of the entry point. */
  readonly entry: string;
  readonly all: Templates;
  of(name: string): Templates;
  /** Template of the collection of all. */
  readonly ofRoot: string;
  /** Of the answer on a collection or resource of this identifier. */
  collection(id: string, part?: CollectionPart): string;
  /** Of a whole edition in TEI, as it is published. */
  download(name: string): string;
}

/**
 * Addresses with queries, for a server; `base` has no slash at its end, `site` is where the output folder lies. Resources
 * may be called by addresses here.
 */
export function queryAddresses(base: string, site: string, ids: Identifiers): Addresses {
  return {
    ids,
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
    collection(id, { nav, page } = {}) {
      const query = new URLSearchParams({
        id,
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

/**
 * Addresses that are paths of files, for a site without a server (DTS 1.0, “URI templates examples for static website”).
 * A reference keeps its slashes (`{+ref}`), since few servers take `%2F`, and ends in a suffix, so that a passage and the
 * folder of those within it have names of their own.
 */
export function pathAddresses(site: string, root: string): Addresses {
  const base = `${site}/${FOLDER}`;
  return {
    // Names, since an address cannot be a step of a path.
    ids: { root, of: (name) => name },
    entry: `${base}/entry.json`,
    all: {
      collection: `${base}/collection/id={id}{;nav,page}.json`,
      navigation: `${base}/navigation/{resource}{;tree,down}/ref={+ref}.json`,
      document: `${base}/document/{resource}{;tree}/ref={+ref}.xml`,
    },
    ofRoot: `${base}/collection/id=${encodeURIComponent(root)}{;nav,page}.json`,
    of(resource) {
      const name = encodeURIComponent(resource);
      return {
        collection: `${base}/collection/id=${name}{;nav,page}.json`,
        navigation: `${base}/navigation/${name}{;tree,down}/ref={+ref}.json`,
        document: `${base}/document/${name}{;tree}/ref={+ref}.xml`,
      };
    },
    collection: (id, part) => `${site}/${collectionPath(encodeURIComponent(id), part)}`,
    download: (name) => downloadOf(site, name),
  };
}

/** Of the answers, in the output folder. */
export const FOLDER = 'dts';

export const collectionPath = (id: string, { nav, page }: CollectionPart = {}): string =>
  `${FOLDER}/collection/id=${id}${parameters({ nav, page })}.json`;

export const navigationPath = (
  resource: string,
  tree: string | undefined,
  down: number | undefined,
  ref = '',
): string => `${FOLDER}/navigation/${resource}${parameters({ tree, down })}/ref=${ref}.json`;

export const documentPath = (resource: string, tree: string | undefined, ref = ''): string =>
  `${FOLDER}/document/${resource}${parameters({ tree })}/ref=${ref}.xml`;

const parameters = (given: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `;${name}=${value}`)
    .join('');
