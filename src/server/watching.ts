import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watch } from 'chokidar';
import { packageFile } from '../corpus/package-files.js';

export interface Watching {
  /** Has further files or folders looked at. */
  add(paths: readonly string[]): void;
  close(): Promise<void>;
}

/** Editors write a file in several steps; in milliseconds. */
const SETTLED = 80;
const COMPILED = ['dist/xslt', 'dist/assets'].map((path) => fileURLToPath(packageFile(path)));

/**
 * Calls `changed` after files below `paths` were written, made or removed, never twice at once; `compiled` says that
 * stylesheets of the program were among them. Nothing below `except`, and no hidden file, counts.
 */
export async function watching(
  paths: readonly string[],
  except: readonly string[],
  changed: (compiled: boolean) => Promise<void>,
  failed: (reason: string) => void,
): Promise<Watching> {
  const skipped = except.map((path) => resolve(path));
  const roots: string[] = [];
  // What lies below a folder that is looked at is seen with it; chokidar loses track of what it is told of twice.
  const unseen = (more: readonly string[]): string[] => {
    const found = more.map((path) => resolve(path)).sort();
    return found.filter((path) => {
      if (roots.some((root) => isBelow(path, root))) return false;
      roots.push(path);
      return true;
    });
  };
  const isSkipped = (path: string): boolean =>
    !roots.includes(path) && (isHidden(path, roots) || skipped.some((folder) => isBelow(path, folder)));
  const watcher = watch(unseen([...paths, ...COMPILED]), {
    ignoreInitial: true,
    ignored: (path) => isSkipped(resolve(path)),
  });
  let timer: NodeJS.Timeout | undefined;
  let compiled = false;
  let isBusy = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (isBusy) {
      again = true;
      return;
    }
    isBusy = true;
    do {
      again = false;
      const sheets = compiled;
      compiled = false;
      await changed(sheets);
    } while (again);
    isBusy = false;
  };
  watcher.on('all', (_, path) => {
    compiled ||= COMPILED.some((folder) => resolve(path).startsWith(folder));
    clearTimeout(timer);
    timer = setTimeout(() => void run(), SETTLED);
  });
  watcher.on('error', (error) => failed((error as Error).message));
  await new Promise((resolve) => watcher.once('ready', () => resolve(undefined)));
  return {
    add(more) {
      watcher.add(unseen(more));
    },
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(join(folder, sep));

/** Hidden, or a folder of packages, below one of the folders looked at. */
function isHidden(path: string, roots: readonly string[]): boolean {
  const root = roots.find((one) => isBelow(path, one));
  if (root === undefined) return false;
  return path
    .slice(root.length)
    .split(sep)
    .some((step) => step.startsWith('.') || step === 'node_modules');
}
