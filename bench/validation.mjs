// Speed of the checks of a TEI file, step by step in one process, beside jing on the same files with the same schema.
// Usage: npm run bench:validation -- [--runs N] [--json]
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { lengthened, SHORT_MEMORANDUM } from './editions.mjs';
import { median, readOptions, temporaryFolder } from './runs.mjs';
import { table } from './table.mjs';
import { which } from './which.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const inDist = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
const SCHEMA = join(root, 'schema/memcon.rng');
const COMPILED = join(root, 'dist/schema/memcon.json');
const FLAGSHIP = join(root, 'output/1963-01-10-rusk-kuznetsov/1963-01-10-rusk-kuznetsov.xml');

/** In milliseconds; what a user does not wait for. */
const BOUNDS = { loading: 100, '10 kB': 20, '1 MB': 1000 };

/** jing in a process of its own takes its second; a few of them tell enough. */
const JING_RUNS = 3;
/** So often one file is given to jing to tell its time for the file from that for its start. */
const TIMES = 10;

/** Each once for every run after some to warm up; the median of each in milliseconds. */
function medians(runs, steps) {
  const warm = Math.max(2, Math.min(runs, 20));
  const found = Object.fromEntries(Object.keys(steps).map((name) => [name, []]));
  for (let run = -warm; run < runs; run++) {
    for (const [name, step] of Object.entries(steps)) {
      const begun = performance.now();
      step();
      if (run >= 0) found[name].push(performance.now() - begun);
    }
  }
  return Object.fromEntries(Object.entries(found).map(([name, times]) => [name, median(times)]));
}

/** Milliseconds of jing: as a process with the file, and for the file alone once it has started. */
function jingOn(jing, file) {
  const time = (files) => {
    const begun = performance.now();
    const { status, stdout, error } = spawnSync(jing, ['-i', SCHEMA, ...files], { encoding: 'utf8' });
    if (error || status !== 0) throw new Error(`jing finds ${file} invalid: ${error ?? stdout}`);
    return performance.now() - begun;
  };
  const once = median(Array.from({ length: JING_RUNS }, () => time([file])));
  const often = median(Array.from({ length: JING_RUNS }, () => time(Array(TIMES + 1).fill(file))));
  return { process: once, file: (often - once) / TIMES };
}

export async function measureValidation(runs) {
  const [{ loadGrammar, checkGrammar }, { checkReferences }, { checkConstraints }, { checkWellFormed }, { validate }] =
    await Promise.all([
      inDist('validation/grammar.js'),
      inDist('validation/references.js'),
      inDist('validation/constraints.js'),
      inDist('xml/well-formed.js'),
      inDist('validation/validate.js'),
    ]);
  const { packagedConstraints } = await inDist('corpus/package-files.js');
  const constraints = await packagedConstraints();
  const temp = temporaryFolder();
  const flagship = readFileSync(FLAGSHIP, 'utf8');
  const begun = performance.now();
  const grammar = loadGrammar(readFileSync(COMPILED, 'utf8'));
  const firstLoading = performance.now() - begun;
  const loading = medians(runs, { loading: () => loadGrammar(readFileSync(COMPILED, 'utf8')) }).loading;
  const jing = which('jing');
  const sizes = [
    { name: '10 kB', xml: shortEdition(temp) },
    { name: '100 kB', xml: lengthened(flagship, 100_000) },
    { name: '1 MB', xml: lengthened(flagship, 1_000_000) },
  ].map(({ name, xml }) => {
    const file = join(temp, `${name.replace(' ', '-')}.xml`);
    writeFileSync(file, xml);
    const { messages } = validate(xml, { file, grammar, constraints });
    if (messages.length > 0) throw new Error(`${name}: ${messages[0].reason}`);
    const steps = medians(xml.length > 500_000 ? Math.min(runs, 10) : runs * 5, {
      'well-formed': () => checkWellFormed(xml, file),
      grammar: () => checkGrammar(xml, file, grammar),
      references: () => checkReferences(xml, file),
      schematron: () => checkConstraints(xml, file, constraints),
      whole: () => validate(xml, { file, grammar, constraints }),
    });
    return { name, bytes: Buffer.byteLength(xml), steps, bound: BOUNDS[name], jing: jing && jingOn(jing, file) };
  });
  return { runs, loading: { first: firstLoading, median: loading, bound: BOUNDS.loading }, sizes };
}

function shortEdition(temp) {
  const from = join(temp, 'memo.md');
  writeFileSync(from, SHORT_MEMORANDUM);
  const out = join(temp, 'out');
  const args = [join(root, 'dist/cli/main.js'), 'build', from, '--out', out, '--quiet'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The short memorandum was not built: ${stderr}`);
  return readFileSync(join(out, 'memo/memo.xml'), 'utf8');
}

const ms = (n) => (n < 10 ? `${n.toFixed(1)} ms` : `${Math.round(n)} ms`);
const bound = (n, limit) => (limit === undefined ? '' : `≤ ${limit} ms: ${n <= limit ? 'kept' : 'broken'}`);
const ratio = (one, other) => `${(one / other).toFixed(2)} ×`;

export function validationText({ runs, loading, sizes }) {
  const steps = Object.keys(sizes[0].steps);
  const rows = [
    ['checks of an edition', ...steps, 'bound', 'jing', 'to jing', 'jing, started', 'to it'],
    ...sizes.map(({ name, bytes, steps: taken, bound: limit, jing }) => [
      `${name} (${Math.round(bytes / 1000)} kB)`,
      ...steps.map((step) => ms(taken[step])),
      bound(taken.whole, limit),
      ...(jing
        ? [ms(jing.process), ratio(taken.whole, jing.process), ms(jing.file), ratio(taken.whole, jing.file)]
        : ['', '', '', '']),
    ]),
  ];
  return [
    `Checks in one process, medians of ${runs} runs or more; jing as a process of its own, median of ${JING_RUNS}\n`,
    table(rows),
    `\nLoading the compiled grammar: ${ms(loading.median)}, the first time ${ms(loading.first)} (${bound(loading.first, loading.bound)}).`,
    ...(sizes[0].jing ? [] : ['jing is not installed, and so not compared.']),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { runs, json } = readOptions();
  const found = await measureValidation(runs);
  console.log(json ? JSON.stringify(found, null, 1) : validationText(found));
}
