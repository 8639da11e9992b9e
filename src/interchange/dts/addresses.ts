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

/** Where the answers are found. */
export interface Addresses {
  /** Of the entry point. */
  readonly entry: string;
  readonly all: Templates;
  of(resource: string): Templates;
  /** Of the answer on a collection or resource. */
  collection(id: string, part?: CollectionPart): string;
  /** Of a whole edition in TEI, as it is published. */
  download(resource: string): string;
}

/** Addresses with queries, for a server; `base` has no slash at its end, `site` is where the output folder lies. */
export function queryAddresses(base: string, site: string): Addresses {
  return {
    entry: `${base}/`,
    all: {
      collection: `${base}/collection/{?id,nav,page}`,
      navigation: `${base}/navigation/{?resource,ref,start,end,down,tree,page}`,
      document: `${base}/document/{?resource,ref,start,end,tree,mediaType}`,
    },
    of(resource) {
      const name = encodeURIComponent(resource);
      return {
        collection: `${base}/collection/?id=${name}{&nav,page}`,
        navigation: `${base}/navigation/?resource=${name}{&ref,start,end,down,tree,page}`,
        document: `${base}/document/?resource=${name}{&ref,start,end,tree,mediaType}`,
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
    download: (resource) => downloadOf(site, resource),
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
export function pathAddresses(site: string): Addresses {
  const base = `${site}/${FOLDER}`;
  return {
    entry: `${base}/entry.json`,
    all: {
      collection: `${base}/collection/id={id}{;nav,page}.json`,
      navigation: `${base}/navigation/{resource}{;tree,down}/ref={+ref}.json`,
      document: `${base}/document/{resource}{;tree}/ref={+ref}.xml`,
    },
    of(resource) {
      const name = encodeURIComponent(resource);
      return {
        collection: `${base}/collection/id=${name}{;nav,page}.json`,
        navigation: `${base}/navigation/${name}{;tree,down}/ref={+ref}.json`,
        document: `${base}/document/${name}{;tree}/ref={+ref}.xml`,
      };
    },
    collection: (id, part) => `${site}/${collectionPath(encodeURIComponent(id), part)}`,
    download: (resource) => downloadOf(site, resource),
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
