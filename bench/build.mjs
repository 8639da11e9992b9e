// Speed and memory of whole processes, in turn: memcon, the floor it stands on, and the tools one would have instead.
// Usage: npm run bench -- [--runs N] [--json]
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, readOptions, temporaryFolder } from './runs.mjs';
import { table } from './table.mjs';
import { measureValidation, validationText } from './validation.mjs';
import { which } from './which.mjs';

const { runs, json } = readOptions();

const root = fileURLToPath(new URL('../', import.meta.url));
const memcon = join(root, 'dist/cli/main.js');
const edition = join(root, 'editions/1963-01-10-rusk-kuznetsov');
const transcription = join(edition, 'transcription.md');
const teiAll = join(root, '../shared/schema/tei_all.rng');
const xslt3 = join(root, 'node_modules/xslt3/xslt3.js');
const GNU_TIME = '/usr/bin/time';
const PAGES = [10, 100, 1000];
/** Scale is measured on runs of seconds; a few of them tell enough. */
const SCALE_RUNS = Math.min(runs, 3);

const temp = temporaryFolder();
const inTemp = (path) => join(temp, path);

const gnuTime = existsSync(GNU_TIME) && spawnSync(GNU_TIME, ['-f', '%M', 'true']).status === 0;

/** One command as a process of its own: seconds, and peak memory in KiB. `fails` allows a verdict other than 0. */
function measure({ name, command, fails = false }) {
  const [file, ...args] = command;
  const report = inTemp('peak');
  rmSync(report, { force: true });
  const isNode = file === process.execPath;
  const env = { ...process.env, ...(!gnuTime && isNode && { BENCH_RSS: report }) };
  const hook = new URL('max-rss.mjs', import.meta.url).href;
  const timed = gnuTime
    ? [GNU_TIME, '-o', report, '-f', '%M', file, ...args]
    : isNode
      ? [file, '--import', hook, ...args]
      : [file, ...args];
  const begun = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(timed[0], timed.slice(1), { cwd: temp, env, maxBuffer: 1 << 28 });
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  if (error || (status !== 0 && !fails)) throw new Error(`${name} failed: ${error ?? stderr}`);
  const last = existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n').at(-1) : undefined;
  return { seconds, kib: last === undefined ? undefined : Number(last) };
}

/** The steps of a subject one after another: their sum, and the largest of their peaks. */
function measureAll(steps) {
  const parts = steps.map(measure);
  const peaks = parts.flatMap(({ kib }) => (kib === undefined ? [] : [kib]));
  return {
    seconds: parts.reduce((sum, part) => sum + part.seconds, 0),
    kib: peaks.length === 0 ? undefined : Math.max(...peaks),
    parts: parts.map(({ seconds }, i) => ({ name: steps[i].name, seconds })),
  };
}

/** Each subject once to warm up, then all in turn, so that what else the machine does falls on all alike. */
function compare(subjects, times, warmUp = true) {
  if (warmUp) for (const { steps } of subjects) measureAll(steps);
  const found = subjects.map(() => []);
  for (let run = 0; run < times; run++) {
    subjects.forEach(({ steps }, i) => {
      found[i].push(measureAll(steps));
    });
  }
  return subjects.map(({ name, ...more }, i) => {
    const seconds = found[i].map((run) => run.seconds);
    const peaks = found[i].flatMap(({ kib }) => (kib === undefined ? [] : [kib]));
    delete more.steps;
    return {
      name,
      ...more,
      runs: times,
      seconds: { median: median(seconds), min: Math.min(...seconds), max: Math.max(...seconds) },
      ...(peaks.length > 0 && { peakMiB: Math.max(...peaks) / 1024 }),
      ...(found[i][0].parts.length > 1 && {
        parts: found[i][0].parts.map((part, k) => ({
          name: part.name,
          seconds: median(found[i].map(({ parts }) => parts[k].seconds)),
        })),
      }),
    };
  });
}

/** What a user would have instead, as far as it is installed; jing may find the file invalid, that is its work. */
function chain() {
  const pandoc = which('pandoc');
  const jing = which('jing');
  const missing = [
    ...(pandoc ? [] : ['pandoc']),
    ...(jing ? [] : ['jing']),
    ...(existsSync(teiAll) ? [] : ['../shared/schema/tei_all.rng']),
    ...(existsSync(xslt3) ? [] : ['xslt3 (npm install)']),
  ];
  const tei = inTemp('chain.xml');
  const steps = [];
  if (pandoc) {
    steps.push({ name: 'pandoc', command: [pandoc, transcription, '-f', 'markdown', '-t', 'tei', '-s', '-o', tei] });
    if (jing && existsSync(teiAll)) steps.push({ name: 'jing', command: [jing, teiAll, tei], fails: true });
    if (existsSync(xslt3)) {
      const stylesheet = fileURLToPath(new URL('page.xsl', import.meta.url));
      const command = [process.execPath, xslt3, `-xsl:${stylesheet}`, `-s:${tei}`, `-o:${inTemp('chain.html')}`];
      steps.push({ name: 'xslt3', command });
    }
  }
  return { steps, missing };
}

const SENTENCES = [
  'Kuznetsov said that the Soviet Government wished to go on with the talks in New York.',
  'The Secretary replied that the United States had looked at the matter with great care.',
  'He added that on January 9 the President had spoken of the same question.',
  'Ambassador Dobrynin asked whether Berlin would be raised at the next meeting.',
  'The Secretary remarked that economic relations were unsatisfactory to both sides.',
  'After a pause Kuznetsov observed that Moscow had noted the statement of the President.',
  'It was agreed that nothing would be said to the press.',
];

/** A memorandum of so many pages, with the heads and feet of a typescript; no two pages have the same words. */
function memorandum(pages) {
  const head = [
    'DEPARTMENT OF STATE',
    'Memorandum of Conversation',
    'DATE: January 10, 1963',
    'SUBJECT: U.S.-Soviet Relations',
    'PARTICIPANTS:',
    'U.S.  \nThe Secretary  \nJohn C. Guthrie, Director, SOV',
    'U.S.S.R.  \nVasily Vasilyevich Kuznetsov, First Deputy Foreign Minister  \nAnatoliy F. Dobrynin, Soviet Ambassador',
  ];
  const page = (n) => {
    const paragraph = (k) =>
      Array.from({ length: 6 }, (_, i) => SENTENCES[(n * 3 + k * 2 + i) % SENTENCES.length]).join(' ') +
      ` This was point ${n}.${k + 1}.`;
    const foot =
      n < pages ? ['SECRET', 'BEST COPY AVAILABLE', `CU-${1000 + n}`, '~~SECRET~~', `-${n + 1}-`] : ['SECRET'];
    return [paragraph(0), paragraph(1), paragraph(2), ...foot];
  };
  return [...head, ...Array.from({ length: pages }, (_, i) => page(i + 1)).flat()].join('\n\n') + '\n';
}

const build = (path) => [process.execPath, memcon, 'build', path, '--out', inTemp('out')];

// The build keeps the register of ids beside the edition: it is given a copy, so that nothing outside is written.
mkdirSync(inTemp('editions/1963-01-10-rusk-kuznetsov'), { recursive: true });
mkdirSync(inTemp('editions/authorities'));
for (const path of [
  'memcon.yaml',
  ...['events', 'organisations', 'people', 'places'].map((name) => `authorities/${name}.xml`),
  ...['edition.yaml', 'ids.json', 'transcription.md'].map((name) => `1963-01-10-rusk-kuznetsov/${name}`),
]) {
  if (existsSync(join(root, 'editions', path))) copyFileSync(join(root, 'editions', path), inTemp(`editions/${path}`));
}

const { steps, missing } = chain();
const floor = {
  name: 'node with saxon-js (floor)',
  steps: [{ name: 'node', command: [process.execPath, '-e', `import(${JSON.stringify(saxon())})`] }],
};
function saxon() {
  return new URL('../node_modules/saxon-js/SaxonJS2N.js', import.meta.url).href;
}
const subjects = compare(
  [
    {
      name: 'memcon build',
      steps: [{ name: 'memcon', command: build(inTemp('editions/1963-01-10-rusk-kuznetsov')) }],
    },
    floor,
    ...(steps.length > 0 ? [{ name: steps.map(({ name }) => name).join(' + '), steps }] : []),
  ],
  runs,
);
const base = subjects.find(({ name }) => name === floor.name).seconds.median;
for (const subject of subjects) subject.ratioToFloor = subject.seconds.median / base;

const scale = compare(
  PAGES.map((pages) => {
    const path = inTemp(`${pages}-pages.md`);
    const text = memorandum(pages);
    writeFileSync(path, text);
    return { name: `${pages} pages`, pages, kB: text.length / 1000, steps: [{ name: 'memcon', command: build(path) }] };
  }),
  SCALE_RUNS,
  false,
);
const hundred = scale.find(({ pages }) => pages === 100).seconds.median;
for (const size of scale) size.ratioTo100 = size.seconds.median / hundred;

const validation = await measureValidation(runs);

const machine = { node: process.version, platform: `${process.platform} ${process.arch}`, cores: cpus().length };

const seconds = (n) => `${n.toFixed(2)} s`;
const range = ({ min, max }) => `${min.toFixed(2)}–${max.toFixed(2)}`;
const peak = ({ peakMiB }) => (peakMiB === undefined ? 'unknown' : `${Math.round(peakMiB)} MiB`);

if (json) console.log(JSON.stringify({ machine, subjects, missing, scale, validation }, null, 1));
else {
  console.log(
    `Node ${machine.node}, ${machine.platform}, ${machine.cores} cores; whole processes, median of ${runs}\n`,
  );
  console.log(
    table([
      ['one memorandum', 'median', 'min–max', 'to floor', 'peak'],
      ...subjects.flatMap((subject) => [
        [
          subject.name,
          seconds(subject.seconds.median),
          range(subject.seconds),
          `${subject.ratioToFloor.toFixed(1)} ×`,
          peak(subject),
        ],
        ...(subject.parts ?? []).map((part) => [`  ${part.name}`, seconds(part.seconds), '', '', '']),
      ]),
    ]),
  );
  if (missing.length > 0) console.log(`\nNot installed, and so not in the chain: ${missing.join(', ')}.`);
  console.log(`\nmemcon build of bare transcriptions, median of ${SCALE_RUNS}\n`);
  console.log(
    table([
      ['scale', 'size', 'median', 'min–max', 'to 100', 'peak'],
      ...scale.map((size) => [
        size.name,
        `${Math.round(size.kB)} kB`,
        seconds(size.seconds.median),
        range(size.seconds),
        `${size.ratioTo100.toFixed(2)} ×`,
        peak(size),
      ]),
    ]),
  );
  console.log(`\n${validationText(validation)}`);
}
