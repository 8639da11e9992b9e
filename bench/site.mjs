// How long the pages of a large site take: 500 editions, made from the talks among the fixtures with dates shifted and
// a third of their people under ids and names of their own. The digests of all editions, and the pages made from them,
// are a process of its own.
// Usage: npm run bench:site -- [--editions N] [--json]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { temporaryFolder } from './runs.mjs';
import { table } from './table.mjs';

const { values } = parseArgs({
  options: { editions: { type: 'string', default: '500' }, json: { type: 'boolean', default: false } },
});
const wanted = Number(values.editions);
if (!Number.isInteger(wanted) || wanted < 1) {
  console.error('--editions takes a whole number from 1 up.');
  process.exit(2);
}

/** What 500 editions may take: seconds of the processor, and MiB. */
const BOUNDS = { digestCpu: 30, siteCpu: 90, memory: 2048 };

const root = fileURLToPath(new URL('../', import.meta.url));
const temp = temporaryFolder();
const talks = join(root, 'tests/fixtures/talks');
const names = readdirSync(talks, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** The talks as TEI files, built once. */
function built() {
  const workspace = join(temp, 'workspace');
  for (const name of names) {
    mkdirSync(join(workspace, name), { recursive: true });
    cpSync(join(talks, name, 'transcription.md'), join(workspace, name, 'transcription.md'));
  }
  writeFileSync(join(workspace, 'memcon.yaml'), 'title: Talks\n');
  const out = join(temp, 'built');
  const command = [join(root, 'dist/cli/main.js'), 'build', workspace, '--out', out, '--quiet'];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The talks are not built: ${stderr}`);
  return names.map((name) => readFileSync(join(out, name, `${name}.xml`), 'utf8'));
}

const ofAThird = (id, copy) => createHash('sha256').update(`${id} ${copy}`).digest()[0] % 3 === 0;

/** The n-th copy of a file: dates so many years later, a third of the people others. */
function varied(tei, copy) {
  if (copy === 0) return tei;
  const shifted = tei.replace(/\b(19[4-9]\d)(-\d\d-\d\d)/g, (_, year, day) => `${Number(year) + (copy % 7) - 3}${day}`);
  return shifted
    .replace(/<person xml:id="(person\.[^"]+)">.*?<\/person>/gs, (person, id) =>
      ofAThird(id, copy)
        ? person
            .replace(/(<surname>[^<]+)|(<persName type="preferred">[^<]+)(?=<\/persName>)/g, `$& ${copy}`)
            .replace(/\s*<idno.*?<\/idno>/gs, '')
        : person,
    )
    .replace(/(xml:id="|[" ]#)(person\.[^" ]+)/g, (all, before, id) =>
      ofAThird(id, copy) ? `${before}${id}-${copy}` : all,
    );
}

const files = built();
const folder = join(temp, 'editions');
mkdirSync(folder);
for (let n = 0; n < wanted; n += 1) {
  const [talk, copy] = [n % names.length, Math.floor(n / names.length)];
  const name = copy === 0 ? names[talk] : `${names[talk]}-${copy}`;
  writeFileSync(join(folder, `${name}.xml`), varied(files[talk], copy));
}

const script = `
  import { readdirSync, readFileSync } from 'node:fs';
  const { digestOf, sitePages } = await import(${JSON.stringify(new URL('../dist/publication/site.js', import.meta.url).href)});
  const context = { report: (found) => { throw new Error(found.reason); }, software: { name: 'memcon', version: '0' } };
  const folder = process.argv[1];
  const begun = performance.now();
  const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
  const cpuBegun = cpu();
  const digests = [];
  for (const file of readdirSync(folder)) digests.push(await digestOf(file.slice(0, -4), readFileSync(folder + '/' + file, 'utf8'), context));
  const digested = performance.now();
  const cpuDigested = cpu();
  const afterDigests = process.resourceUsage().maxRSS;
  const pages = await sitePages(digests, { title: 'Talks', layout: 'workspace' }, context);
  const done = performance.now();
  const sizes = [...pages].map(([path, page]) => ({ path, bytes: Buffer.byteLength(page) })).sort((one, other) => other.bytes - one.bytes);
  console.log(JSON.stringify({
    editions: digests.length, digestBytes: Buffer.byteLength(digests.join('')), digestSeconds: (digested - begun) / 1000, digestCpu: cpuDigested - cpuBegun, siteCpu: cpu() - cpuDigested, digestKib: afterDigests,
    pages: pages.size, pageBytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0), siteSeconds: (done - digested) / 1000,
    siteKib: process.resourceUsage().maxRSS, largest: sizes.slice(0, 5),
  }));`;
const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, folder], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
if (run.status !== 0) throw new Error(run.stderr);
const found = JSON.parse(run.stdout);

if (values.json) console.log(JSON.stringify(found, null, 1));
else {
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(`${found.editions} editions, on ${cpus()[0]?.model ?? 'a processor'}; Node ${process.version}\n`);
  console.log(
    table([
      ['', 'Time', 'of the processor', 'Peak memory', 'Size'],
      [
        'digests',
        `${found.digestSeconds.toFixed(1)} s`,
        `${found.digestCpu.toFixed(1)} s`,
        `${Math.round(found.digestKib / 1024)} MiB`,
        megabytes(found.digestBytes),
      ],
      [
        `${found.pages} pages`,
        `${found.siteSeconds.toFixed(1)} s`,
        `${found.siteCpu.toFixed(1)} s`,
        `${Math.round(found.siteKib / 1024)} MiB`,
        megabytes(found.pageBytes),
      ],
    ]),
  );
  const measured = { digestCpu: found.digestCpu, siteCpu: found.siteCpu, memory: found.siteKib / 1024 };
  const beyond = Object.keys(BOUNDS).filter((key) => measured[key] > BOUNDS[key]);
  console.log(
    `\nBounds of 500 editions: digests ${BOUNDS.digestCpu} s and pages ${BOUNDS.siteCpu} s of the processor, ${BOUNDS.memory} MiB: ${beyond.length === 0 ? 'kept' : `${beyond.join(', ')} beyond`}.`,
  );
  console.log(
    `The largest pages: ${found.largest.map(({ path, bytes }) => `${path} ${Math.round(bytes / 1000)} kB`).join(', ')}.`,
  );
}
