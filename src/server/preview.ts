import { createHash } from 'node:crypto';
import type { Context } from '../context.js';
import { buildPlan } from '../corpus/build.js';
import type { FileContent } from '../corpus/files.js';
import { type Kept, nothingKept } from '../corpus/kept.js';
import { releasedFiles } from '../corpus/releases.js';
import { type Plan, planOf } from '../corpus/workspace.js';
import { MaterialError, type Message, message } from '../messages/message.js';
import { forgetStylesheets } from '../publication/assets.js';
import type { Site } from './site.js';

export interface Rebuilt {
  site: Site;
  /** The editions that were built anew. */
  built: readonly string[];
  /** Is there something else to see than before? */
  changed: boolean;
  plan?: Plan;
}

/** A workspace and its site, brought up to date again and again; what is not touched is not made again. */
export class Preview {
  site: Site = { files: new Map(), messages: [], version: '' };
  #kept: Kept = nothingKept();

  constructor(
    private readonly path: string | undefined,
    private readonly context: Omit<Context, 'report'>,
    /** Where releases lie. */
    private readonly out = 'output',
  ) {}

  /** Compiled stylesheets have changed: every page is made anew. */
  forgetPages(): void {
    forgetStylesheets();
    this.#kept.pages.clear();
  }

  /** Never throws for the material: what is wrong with it is among the messages, and the pages stay as they were. */
  async rebuild(): Promise<Rebuilt> {
    const built: string[] = [];
    let { files, machines, workspace } = this.site;
    let plan: Plan | undefined;
    const messages: Message[] = [];
    try {
      [plan] = await planOf(this.path === undefined ? [] : [this.path]);
      const context: Context = { ...this.context, report: (found) => messages.push(found) };
      const result = await buildPlan(plan!, context, ({ name }) => built.push(name), { kept: this.#kept });
      const shown = new Map(result.files);
      for (const { task, releases = [] } of result.editions)
        for (const [path, copy] of await releasedFiles(task, releases, this.out)) shown.set(path, copy);
      files = shown;
      machines = result.machines;
      workspace = plan!.workspace;
      messages.unshift(...result.editions.flatMap((edition) => edition.messages));
    } catch (error) {
      messages.push(error instanceof MaterialError ? error.found : failed(error as Error));
    }
    const version = versionOf(files, messages);
    const changed = version !== this.site.version || built.length > 0;
    if (changed)
      this.site = {
        files,
        messages,
        ...(workspace && { workspace }),
        ...(machines && { machines }),
        ...(this.context.date !== undefined && { day: this.context.date }),
        version: built.length > 0 ? later(version, this.site.version) : version,
      };
    return { site: this.site, built, changed, ...(plan && { plan }) };
  }
}

const failed = ({ message: said }: Error): Message =>
  message('program-is-sound', {
    reason: `The program failed: ${said}.`,
    advice: 'Please report it with what was changed last. The pages are those of the last build.',
  });

/** A page image may have changed although no path and no text has. */
const later = (version: string, before: string): string => (version === before ? `${version}+` : version);

function versionOf(files: ReadonlyMap<string, FileContent>, messages: readonly Message[]): string {
  const hash = createHash('sha256').update(JSON.stringify(messages));
  for (const [path, content] of files) {
    const bytes = typeof content === 'string' || content instanceof Uint8Array ? content : content.copyOf;
    hash.update(`${path}:${bytes.length}:`).update(bytes);
  }
  return hash.digest('base64url').slice(0, 16);
}
