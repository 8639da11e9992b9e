// Whether a deposit of many editions needs more memory than one of few: 200 editions beside 20, made from the talks among
// the fixtures, as a folder and as an archive, and the proof of both. Times and memory are told as ratios too, since they
// hang on the machine. The heap is held to the same size for both.
// Usage: npm run bench:deposit -- [--few N] [--many N] [--json]
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { temporaryFolder } from './runs.mjs';
import { table } from './table.mjs';

const { values } = parseArgs({
  options: {
    few: { type: 'string', default: '20' },
    many: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});
const [few, many] = [Number(values.few), Number(values.many)];
if (![few, many].every((count) => Number.isInteger(count) && count > 0) || few >= many) {
  console.error('--few and --many take whole numbers from 1 up, the second larger than the first.');
  process.exit(2);
}

const root = fileURLToPath(new URL('../', import.meta.url));
const temp = temporaryFolder();
const talks = join(root, 'tests/fixtures/talks');
const names = readdirSync(talks, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** A workspace of so many editions; both hold the same talks in the same shares, so that each edition costs the same. */
function workspaceOf(count) {
  const folder = join(temp, `workspace-${count}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'memcon.yaml'), 'title: Talks\npublisher: A bench\n');
  // As many talks as the smaller workspace has, over and over.
  const used = names.slice(0, few);
  for (let n = 0; n < count; n += 1) {
    const edition = join(folder, `${used[n % used.length]}-${String(n).padStart(4, '0')}`);
    mkdirSync(edition);
    cpSync(join(talks, used[n % used.length], 'transcription.md'), join(edition, 'transcription.md'));
    writeFileSync(join(edition, 'edition.yaml'), 'date: 2026-11-23\n');
  }
  return folder;
}

/**
 * In MB. Node lets garbage stand while there is room, and takes more room the longer it runs; with little of it, the peak is
 * what is needed.
 */
const HEAP = 192;

/** Runs memcon, and tells its wall clock time in seconds and its peak memory in KiB. */
function measured(args) {
  const rss = join(temp, 'rss');
  const begun = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${HEAP}`,
      '--import',
      new URL('max-rss.mjs', import.meta.url).href,
      join(root, 'dist/cli/main.js'),
      ...args,
      '-q',
    ],
    { encoding: 'utf8', env: { ...process.env, BENCH_RSS: rss }, maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`memcon ${args.join(' ')}: ${stderr}`);
  return { seconds: (performance.now() - begun) / 1000, kib: Number(readFileSync(rss, 'utf8')) };
}

const bytesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

function measure(count) {
  const workspace = workspaceOf(count);
  const out = join(temp, `out-${count}`);
  const packed = measured(['deposit', workspace, '--out', out]);
  const [name] = readdirSync(out);
  const zipped = measured(['deposit', workspace, '--out', out, '--zip']);
  const proved = measured(['verify', join(out, name)]);
  const provedZip = measured(['verify', join(out, `${name}.zip`)]);
  return { count, packed, zipped, proved, provedZip, bytes: bytesBelow(join(out, name)) };
}

const [small, large] = [measure(few), measure(many)];
const ratio = (kind, unit) => large[kind][unit] / small[kind][unit];
if (values.json) console.log(JSON.stringify({ small, large }, null, 1));
else {
  const seconds = (value) => `${value.toFixed(1)} s`;
  const mib = (value) => `${Math.round(value / 1024)} MiB`;
  const times = (value) => `${value.toFixed(2)} ×`;
  const row = (label, kind) => [
    label,
    seconds(small[kind].seconds),
    seconds(large[kind].seconds),
    times(ratio(kind, 'seconds')),
    mib(small[kind].kib),
    mib(large[kind].kib),
    times(ratio(kind, 'kib')),
  ];
  console.log(
    `Bags of ${few} and ${many} editions (${(small.bytes / 1e6).toFixed(1)} and ${(large.bytes / 1e6).toFixed(1)} MB), on ${cpus()[0]?.model ?? 'a processor'}; Node ${process.version}\n`,
  );
  console.log(
    table([
      ['', `time, ${few}`, `time, ${many}`, 'ratio', `peak, ${few}`, `peak, ${many}`, 'ratio'],
      row('deposit', 'packed'),
      row('deposit --zip', 'zipped'),
      row('verify, folder', 'proved'),
      row('verify, .zip', 'provedZip'),
    ]),
  );
}
