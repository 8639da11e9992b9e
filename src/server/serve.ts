import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Context } from '../context.js';
import { kindOf, readRequired, writeAll } from '../corpus/files.js';
import { outputOf } from '../corpus/machine-files.js';
import { packageFile } from '../corpus/package-files.js';
import { registersNotKept } from '../corpus/published-register.js';
import type { Plan } from '../corpus/workspace.js';
import { isError, MaterialError, message, type Report } from '../messages/message.js';
import { Followers } from './followers.js';
import { isLoopback, listen, ownNames } from './listening.js';
import { Machines } from './machines.js';
import { Preview, type Rebuilt } from './preview.js';
import { OWN } from './preview-pages.js';
import { respond } from './respond.js';
import { watching } from './watching.js';

export interface ServeOptions {
  /** A workspace, an edition's folder or a transcription; else the workspace here, or in `editions/`. */
  path?: string;
  port: number;
  host?: string;
  /** A folder that is also written, after every build without errors. */
  out?: string;
  context: Omit<Context, 'report'>;
  report: Report;
  /** Told of every build, the first included. */
  built(rebuilt: Rebuilt): void;
}

export interface Serving {
  address: string;
  close(): Promise<void>;
}

/**
 * Serves a workspace from memory and keeps it up to date while its files change.
 * @throws MaterialError where the path leads nowhere or the port is taken; faults of the material are shown on the pages
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { port, host, context, report } = options;
  const path = options.path ?? ((await kindOf('memcon.yaml')) === 'file' ? '.' : 'editions');
  if ((await kindOf(path)) === undefined) await readRequired(path);
  if (!isLoopback(host)) report(openToOthers(host!));
  const preview = new Preview(path, context, options.out);
  const followers = new Followers(() => preview.site.version);
  const answering = {
    site: () => preview.site,
    own: await ownFiles(),
    hosts: ownNames(host),
    machines: new Machines(),
    follow: (response: Parameters<Followers['add']>[0]) => followers.add(response),
  };
  const listening = await listen(
    (request, response) => {
      respond(answering, request, response).catch(() => response.destroy());
    },
    port,
    host,
  );
  const update = async (): Promise<Plan | undefined> => {
    const rebuilt = await preview.rebuild();
    if (options.out !== undefined) await writeOut(options.out, rebuilt, report);
    options.built(rebuilt);
    if (rebuilt.changed) followers.tell();
    return rebuilt.plan;
  };
  // Looked at before the first build, so that nothing is missed in between.
  let first: Promise<void> | undefined;
  const watcher = await watching(
    [path],
    options.out === undefined ? [] : [options.out],
    async (compiled) => {
      await first;
      if (compiled) preview.forgetPages();
      watcher.add(outside(await update()));
    },
    (reason) => report(notWatched(path, reason)),
  );
  first = update().then((plan) => watcher.add(outside(plan)));
  await first;
  const name = host === undefined || isAny(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${name}:${listening.port}/`,
    async close() {
      followers.close();
      await watcher.close();
      await Promise.all(
        listening.servers.map((server) => {
          const closed = new Promise((resolve) => server.close(resolve));
          server.closeAllConnections();
          return closed;
        }),
      );
    },
  };
}

const isAny = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** What an edition is made from and need not lie below the path: authority files, the workspace of one edition. */
const outside = (plan: Plan | undefined): string[] =>
  plan === undefined
    ? []
    : [
        ...(plan.workspace.folder === '' ? [] : [plan.workspace.folder]),
        ...plan.workspace.authorities.map(({ file }) => file),
        ...plan.tasks.flatMap(({ files }) => files.map((file) => dirname(file))),
      ];

/** A preview keeps no `ids.json`; where there is none it leaves alone what an earlier build has published of the ids. */
async function writeOut(out: string, { site, plan }: Rebuilt, report: Report): Promise<void> {
  if (site.messages.some(isError)) return;
  try {
    const files = new Map(site.files);
    for (const path of await registersNotKept(plan?.tasks ?? [])) files.delete(path);
    await writeAll(out, outputOf({ ...site, files }));
  } catch (error) {
    if (!(error instanceof MaterialError)) throw error;
    report(error.found);
  }
}

async function ownFiles(): Promise<ReadonlyMap<string, string>> {
  const read = (name: string) => readFile(packageFile(`dist/assets/${name}`), 'utf8');
  return new Map([
    [OWN.script, await read('preview.js')],
    [OWN.style, await read('preview.css')],
  ]);
}

const openToOthers = (host: string) =>
  message('preview-stays-on-this-machine', {
    words: host,
    reason: `The preview listens on ${host}, which other machines may reach.`,
    advice: 'Leave --host out unless others are to see it.',
  });

const notWatched = (file: string, reason: string) =>
  message('file-is-found', {
    severity: 'warning',
    file,
    reason: `Changes cannot be followed everywhere (${reason}).`,
    advice: 'Reload the page by hand after a change, and start the preview anew if it does not show it.',
  });
