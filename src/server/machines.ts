import type { IncomingMessage } from 'node:http';
import { sizesOf } from '../corpus/machine-files.js';
import { ANNOTATIONS, annotationsOf } from '../interchange/annotations/annotations.js';
import { readingTextFile, readingTextOf } from '../interchange/annotations/reading-text.js';
import { queryAddresses } from '../interchange/dts/addresses.js';
import type { Catalogue } from '../interchange/dts/collection.js';
import { identifiersAt, NOT_PUBLISHED } from '../interchange/dts/identifiers.js';
import { dtsAnswer, JSON_LD } from '../interchange/dts/live.js';
import { type OpenEdition, openEdition } from '../interchange/edition.js';
import { MANIFEST, manifestOf } from '../interchange/iiif/manifest.js';
import { unsizedImages } from '../interchange/iiif/pages.js';
import { repositoryOf } from '../interchange/oai/repository.js';
import { oaiAnswer } from '../interchange/oai/respond.js';
import { type EditionRecord, recordOf } from '../interchange/record.js';
import { formOf } from './forms.js';
import type { Site } from './site.js';

/** The entry point of DTS, and the base address of OAI-PMH; no edition has a name of which these are files. */
const DTS = 'api/dts';
const OAI = 'api/oai';
/** Editions that stay open; one is as large as its pages. */
const MOST_OPEN = 16;

export type MachineAnswer =
  | { readonly status: number; readonly type: string; readonly body: string; readonly link?: string }
  | { readonly status: number; readonly refused: string };

/** Whether a request is one of OAI-PMH, which may be sent with POST (OAI-PMH 2.0, section 3.1.1.2). */
export const isHarvested = (url: string): boolean => url.split('?')[0]!.replace(/\/$/, '') === `/${OAI}`;

/** Answers programs from what was built. An edition is read when it is first asked for. */
export class Machines {
  readonly #records = new Map<string, { tei: string; record: EditionRecord }>();
  readonly #open = new Map<string, { tei: string; edition: OpenEdition }>();

  /** Nothing where the path is none of theirs. */
  async answer(site: Site, path: string, request: IncomingMessage): Promise<MachineAnswer | undefined> {
    const origin = `http://${request.headers.host}`;
    const url = request.url ?? '';
    const isAsked = [OAI, DTS].some((base) => path === base || path.startsWith(`${base}/`));
    // An empty repository would be a lie; harvesters come again (OAI-PMH 2.0, section 3.1.2.2).
    if (isAsked && site.version === '') return { status: 503, refused: 'Nothing is built yet. Ask again in a moment.' };
    if (path === OAI || path === `${OAI}/`) {
      const form = request.method === 'POST' ? await formOf(request) : { pairs: queryOf(url) };
      if ('refused' in form) return form;
      return { status: 200, type: 'text/xml; charset=utf-8', body: this.#harvested(site, origin, form.pairs) };
    }
    if (path === DTS || path.startsWith(`${DTS}/`)) {
      const source = {
        catalogue: () => this.#catalogue(site),
        open: (name: string) => this.#edition(site, name, origin),
      };
      const wanted = { endpoint: path.slice(DTS.length + 1), pairs: queryOf(url), self: `${origin}${url}` };
      const { type, ...answer } = dtsAnswer(
        source,
        wanted,
        queryAddresses(`${origin}/${DTS}`, origin, identifiersAt(site.workspace?.address ?? NOT_PUBLISHED)),
      );
      return { ...answer, type: `${type}${type.startsWith('text/') ? '; charset=utf-8' : ''}` };
    }
    return this.#beside(site, path, origin);
  }

  /** The manifest, the annotations and the reading text of an edition, which a build writes where the site has an address. */
  async #beside(site: Site, path: string, origin: string): Promise<MachineAnswer | undefined> {
    const [name = '', file, ...more] = path.split('/');
    const isText = file === readingTextFile(name);
    if (more.length > 0 || (file !== MANIFEST && file !== ANNOTATIONS && !isText)) return undefined;
    const edition = this.#edition(site, name, origin);
    if (!edition) return undefined;
    if (isText) return { status: 200, type: 'text/plain; charset=utf-8', body: readingTextOf(edition) };
    const record = this.#record(name, edition.tei);
    const publication = { title: site.workspace?.title ?? name, address: origin };
    const answer =
      file === MANIFEST
        ? manifestOf(edition, record, publication, await sizesOf(name, unsizedImages(edition), site.files))
        : annotationsOf(edition, record, publication);
    return answer && { status: 200, type: JSON_LD, body: `${JSON.stringify(answer, null, 2)}\n` };
  }

  #harvested(site: Site, origin: string, pairs: Iterable<readonly [string, string]>): string {
    const { title = 'memcon', address, harvesting } = site.workspace ?? {};
    const editions = namesOf(site).map((name) => ({
      record: this.#record(name, teiOf(site, name)!),
      tei: teiOf(site, name)!,
    }));
    const given = {
      ...(address !== undefined && { address }),
      ...(harvesting && { harvesting }),
      ...(site.day !== undefined && { day: site.day }),
    };
    const now = `${new Date().toISOString().slice(0, 19)}Z`;
    return oaiAnswer(repositoryOf(title, editions, `${origin}/${OAI}`, given), pairs, now);
  }

  #catalogue(site: Site): Catalogue {
    const { title = 'memcon', publisher, licence } = site.workspace ?? {};
    return {
      title,
      ...(publisher !== undefined && { publisher }),
      ...(licence && { licence }),
      records: new Map(namesOf(site).map((name) => [name, this.#record(name, teiOf(site, name)!)])),
    };
  }

  #record(name: string, tei: string): EditionRecord {
    let kept = this.#records.get(name);
    if (kept?.tei !== tei) {
      kept = { tei, record: recordOf(name, tei) };
      this.#records.set(name, kept);
    }
    return kept.record;
  }

  #edition(site: Site, name: string, origin: string): OpenEdition | undefined {
    const tei = teiOf(site, name);
    if (tei === undefined) return undefined;
    const key = `${origin} ${name}`;
    let kept = this.#open.get(key);
    if (kept?.tei !== tei) {
      const layout = isBare(site, name) ? 'bare' : 'workspace';
      kept = { tei, edition: openEdition(name, tei, layout, pageOf(site, name, origin)) };
    }
    // The one asked for last stands last; the first is let go.
    this.#open.delete(key);
    this.#open.set(key, kept);
    if (this.#open.size > MOST_OPEN) this.#open.delete(this.#open.keys().next().value!);
    return kept.edition;
  }
}

/** What a query says, without its names being looked up anywhere. */
const queryOf = (url: string): [string, string][] => {
  const at = url.indexOf('?');
  return at < 0 ? [] : [...new URLSearchParams(url.slice(at + 1).split('#')[0])];
};

const isBare = ({ files }: Site, name: string): boolean => files.has(`${name}/${name}.html`);

/** The first page of an edition: where it is published, else here. */
function pageOf(site: Site, name: string, origin: string): string {
  const folder = `${site.workspace?.address ?? origin}/${encodeURIComponent(name)}`;
  return `${folder}/${isBare(site, name) ? `${encodeURIComponent(name)}.html` : 'index.html'}`;
}

function teiOf({ files }: Site, name: string): string | undefined {
  const content = files.get(`${name}/${name}.xml`);
  return typeof content === 'string' ? content : undefined;
}

/** The editions of a site: each has its TEI file in a folder of its name. */
const namesOf = (site: Site): string[] =>
  [...site.files.keys()]
    .flatMap((path) => {
      const [name = '', file, ...more] = path.split('/');
      return more.length === 0 && file === `${name}.xml` ? [name] : [];
    })
    .sort();
