import type { IncomingMessage, ServerResponse } from 'node:http';
import { EVERY_ANSWER, typeOf } from './headers.js';
import { isHarvested, type Machines } from './machines.js';
import { OWN, ownPage } from './preview-pages.js';
import { rangeOf } from './ranges.js';
import { fileOf, type Resource, resourceOf, type Site } from './site.js';
import { addressOf, isOwnHost, targetOf } from './targets.js';

export interface Answering {
  /** The state of the last build, at the time of the request. */
  site(): Site;
  /** Script and style that the preview adds to pages, by their address. */
  own: ReadonlyMap<string, string>;
  /** Names by which this machine may be asked; absent where it was told to listen to others. */
  hosts: ReadonlySet<string>;
  /** Answers programs. */
  machines: Machines;
  /** Takes a response over, to tell of changes. */
  follow(response: ServerResponse): void;
}

/** Answers GET and HEAD from what was built. Nothing is read from a folder: a path that was not built leads nowhere. */
export async function respond(
  { site, own, hosts, machines, follow }: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(EVERY_ANSWER)) response.setHeader(name, value);
  if (!isOwnHost(request.headers.host, hosts)) {
    return refuse(response, 421, 'This preview answers under the address that “memcon serve” names, and no other.');
  }
  const isHarvest = isHarvested(request.url ?? '');
  if (request.method !== 'GET' && request.method !== 'HEAD' && !(request.method === 'POST' && isHarvest)) {
    response.setHeader('Allow', isHarvest ? 'GET, HEAD, POST' : 'GET, HEAD');
    return refuse(response, 405, 'A preview can be read, and nothing can be sent to it.');
  }
  const target = targetOf(request.url ?? '');
  if ('status' in target) {
    const words = target.status === 414 ? 'The address is too long.' : 'This is no address of a page.';
    return refuse(response, target.status, words);
  }
  const { path } = target;
  const address = `/${path}`;
  if (address === OWN.events) {
    if (request.method === 'HEAD') return refuse(response, 200, '');
    return follow(response);
  }
  // Browsers ask for it of their own accord; no edition has one.
  if (path === 'favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  const script = own.get(address);
  if (script !== undefined) return send(request, response, resourceOf(Buffer.from(script), typeOf(path)));
  const now = site();
  const answer = await machines.answer(now, path, request);
  if (answer) {
    if ('refused' in answer) return refuse(response, answer.status, answer.refused);
    if (answer.link !== undefined) response.setHeader('Link', answer.link);
    return send(request, response, resourceOf(Buffer.from(answer.body), answer.type), answer.status);
  }
  const found = await fileOf(now, path === '' || path.endsWith('/') ? `${path}index.html` : path);
  if (found) return send(request, response, found);
  if (now.files.has(`${path}/index.html`)) {
    const [, query] = request.url!.split('?');
    response.writeHead(301, { Location: `${addressOf(path)}/${query === undefined ? '' : `?${query}`}` }).end();
    return;
  }
  const page = path === '' ? contents(now) : missing(now, path);
  return send(request, response, resourceOf(Buffer.from(page), typeOf('.html')), path === '' ? 200 : 404);
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }).end(`${words}\n`);
}

function send(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  { bytes, type, etag }: Resource,
  status = 200,
): void {
  response.setHeader('Content-Type', type);
  response.setHeader('ETag', etag);
  response.setHeader('Accept-Ranges', 'bytes');
  if (status === 200 && isKnown(headers['if-none-match'], etag)) {
    response.removeHeader('Content-Type');
    response.writeHead(304).end();
    return;
  }
  const wanted = headers['if-range'] === undefined || headers['if-range'] === etag ? headers.range : undefined;
  const range = status === 200 && method === 'GET' ? rangeOf(wanted, bytes.length) : undefined;
  if (range === 'none such') {
    response.setHeader('Content-Range', `bytes */${bytes.length}`);
    refuse(response, 416, 'The file has no such bytes.');
    return;
  }
  const part = range ? bytes.subarray(range.start, range.end) : bytes;
  if (range) response.setHeader('Content-Range', `bytes ${range.start}-${range.end - 1}/${bytes.length}`);
  response.setHeader('Content-Length', part.length);
  response.writeHead(range ? 206 : status);
  if (method === 'HEAD') response.end();
  else response.end(part);
}

/** RFC 9110, section 13.1.2: any of a list, compared weakly. */
const isKnown = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(/,\s*/).some((one) => one.replace(/^W\//, '') === etag));

const pagesOf = ({ files }: Site): string[] => [...files.keys()].filter((path) => path.endsWith('.html')).sort();

const contents = (site: Site): string =>
  ownPage(
    site.files.size === 0
      ? { title: 'Nothing is built yet', words: 'The page comes by itself when the faults are mended.', paths: [] }
      : { title: 'Pages', words: 'These were built.', paths: pagesOf(site) },
    site.version,
    site.messages,
  );

const MOST_LIKELY = 20;

function missing(site: Site, path: string): string {
  const [folder] = path.split('/');
  const pages = pagesOf(site);
  const near = pages.filter((page) => page.startsWith(`${folder}/`));
  const shown = (near.length > 0 ? near : pages.filter((page) => !/^schema\//.test(page))).slice(0, MOST_LIKELY);
  const words = `The build has no “${path.slice(0, 200)}”. ${near.length > 0 ? 'That edition has:' : 'There are:'}`;
  return ownPage({ title: 'No such page', words, paths: shown }, site.version, site.messages);
}
