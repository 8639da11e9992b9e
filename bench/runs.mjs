import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** What a bench that measures time is told on the command line: `--runs N`, `--json`. */
export function readOptions() {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '7' }, json: { type: 'boolean', default: false } },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) {
    console.error('--runs takes a whole number from 1 up.');
    process.exit(2);
  }
  return { runs, json: values.json };
}

/** A folder that goes with the process. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'memcon-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
