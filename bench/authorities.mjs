// How long a large authority file takes to load: read from its XML, and from the cache of a run before; beside the bare
// parsers that one would have instead. Each measurement is a process of its own, timed from the first byte to the
// first people found in the index.
// Usage: npm run bench:authorities -- [--runs N] [--json]
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions, temporaryFolder } from './runs.mjs';
import { table } from './table.mjs';

const { runs, json: asJson } = readOptions();
const people = fileURLToPath(new URL('../../shared/authority/people.xml', import.meta.url));
if (!existsSync(people)) {
  const reason = 'the large authority file is not beside the project';
  console.log(asJson ? JSON.stringify({ status: 'skipped', reason }) : `Skipped: ${reason}.`);
  process.exit(0);
}

const temp = temporaryFolder();
const module = (path) => JSON.stringify(new URL(path, import.meta.url).href);
const load = `
  const { loadAuthorities } = await import(${module('../dist/corpus/authorities.js')});
  const begun = performance.now();
  const index = await loadAuthorities([{ file: 'people.xml', bytes: readFileSync(file) }], []);
  const found = [index.peopleOfSurname('Kuznetsov'), index.peopleNamed('Dean Rusk')];
  if (found.some((people) => people.length === 0)) throw new Error('the index is empty');`;
const parse = `
  const { XMLParser } = await import(${module('../node_modules/fast-xml-parser/src/fxp.js')});
  const begun = performance.now();
  new XMLParser({ ignoreAttributes: false }).parse(readFileSync(file, 'utf8'));`;
const json = join(temp, 'people.json');
const cache = join(temp, 'cache');
const subjects = [
  { name: 'memcon, no cache', source: load, file: people, env: { MEMCON_CACHE: 'off' } },
  {
    name: 'memcon, filling the cache',
    source: load,
    file: people,
    env: { MEMCON_CACHE: cache },
    before: () => rmSync(cache, { recursive: true, force: true }),
  },
  { name: 'memcon, cached', source: load, file: people, env: { MEMCON_CACHE: cache } },
  { name: 'fast-xml-parser alone', source: parse, file: people, env: {} },
  {
    name: 'JSON.parse of what it gives',
    source: `const begun = performance.now(); JSON.parse(readFileSync(file, 'utf8'));`,
    file: json,
    env: {},
  },
];
run(
  `${parse.replace('new XMLParser', 'const tree = new XMLParser')} writeFileSync(${JSON.stringify(json)}, JSON.stringify(tree));`,
  people,
  {},
);

function run(source, file, env) {
  const script = `import { readFileSync, writeFileSync } from 'node:fs'; const file = process.argv[1]; ${source}
    console.log(performance.now() - begun);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, file], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout) / 1000;
}

const median = (numbers) => [...numbers].sort((one, other) => one - other)[numbers.length >> 1];

const seconds = subjects.map(() => []);
for (let n = 0; n < runs; n++) {
  subjects.forEach(({ source, file, env, before }, i) => {
    before?.();
    seconds[i].push(run(source, file, env));
  });
}
const floor = (name) => median(seconds[subjects.findIndex((subject) => subject.name === name)]);
const floors = { parser: floor('fast-xml-parser alone'), json: floor('JSON.parse of what it gives') };
const results = subjects.map(({ name }, i) => {
  const own = median(seconds[i]);
  return {
    name,
    seconds: { median: own, min: Math.min(...seconds[i]), max: Math.max(...seconds[i]) },
    ratioToParser: own / floors.parser,
    ratioToJson: own / floors.json,
  };
});
const machine = { node: process.version, platform: `${process.platform} ${process.arch}`, cores: cpus().length };
if (asJson) console.log(JSON.stringify({ status: 'done', machine, runs, results }, null, 1));
else {
  console.log(`Node ${machine.node}, ${machine.platform}, ${machine.cores} cores; median of ${runs}\n`);
  console.log(
    table([
      ['16,312 people, 5.5 MB', 'median', 'min–max', 'to parser', 'to JSON'],
      ...results.map(({ name, seconds: { median: own, min, max }, ratioToParser, ratioToJson }) => [
        name,
        `${own.toFixed(3)} s`,
        `${min.toFixed(2)}–${max.toFixed(2)}`,
        `${ratioToParser.toFixed(2)} ×`,
        `${ratioToJson.toFixed(2)} ×`,
      ]),
    ]),
  );
}
