// How well bare builds read memoranda whose furniture, forms and lines are written otherwise than in the benchmark's
// cases: families of perturbed transcriptions, built and scored against the markup of their published edition; and how
// well the talks of our own making in tests/fixtures/talks, which need no benchmark, are read.
// Usage: npm run bench:accuracy -- [--family NAME]… [--seeds N] [--keep DIR] [--verbose] [--json]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SaxesParser } from 'saxes';
import { scoresOfFlagship } from './flagship.mjs';
import { FAMILIES, perturbed, readMemo } from './perturbations.mjs';
import { table } from './table.mjs';
import { compared, peopleOf, turnsOf } from './talks.mjs';
import { which } from './which.mjs';

const { values: options } = parseArgs({
  options: {
    family: { type: 'string', multiple: true },
    seeds: { type: 'string', default: '2' },
    keep: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const seeds = Number(options.seeds);
if (!Number.isInteger(seeds) || seeds < 1) wrongUse('--seeds takes a whole number from 1 up.');

/** The cases as they are: what the families are measured against. */
const AS_GIVEN = { name: 'as-given', about: 'the cases as they are' };
const all = [AS_GIVEN, ...FAMILIES];
const unknown = (options.family ?? []).find((name) => !all.some((family) => family.name === name));
if (unknown) wrongUse(`There is no family “${unknown}”; there are ${all.map(({ name }) => name).join(', ')}.`);
const families = options.family
  ? all.filter((family) => family === AS_GIVEN || options.family.includes(family.name))
  : all;

const root = fileURLToPath(new URL('../', import.meta.url));
const memcon = join(root, 'dist/cli/main.js');
const benchmark = join(root, '../shared/benchmark');
const python = which('python3');
const temp = options.keep ? resolve(options.keep) : mkdtempSync(join(tmpdir(), 'memcon-accuracy-'));
if (!options.keep) process.on('exit', () => rmSync(temp, { recursive: true, force: true }));

const talks = ownTalks(join(root, 'tests/fixtures/talks'));
if (!existsSync(join(benchmark, 'score.py'))) skip('the benchmark’s cases and score.py are not beside the project');
if (!python) skip('score.py needs python3, which is not on the path');

/** Those of score.py, and two of our own for what it is blind to. */
const MEASURES = ['names', 'links', 'speakers', 'pages', 'date', 'people', 'text', 'listed', 'clean'];
/** Less than this is the rounding of a mean, not a loss. */
const TOLERANCE = 0.0005;

const cases = readdirSync(join(benchmark, 'cases'))
  .sort()
  .map((name) => {
    const read = (file) => readFileSync(join(benchmark, 'cases', name, file), 'utf8');
    return { name, transcription: read('transcription.md'), gold: JSON.parse(read('gold.json')) };
  });

const results = families.map(measured);
const flagship = scoresOfFlagship({ root, memcon, benchmark, temp, python, run });
if (options.json) {
  console.log(
    JSON.stringify({ status: 'done', seeds, measures: MEASURES, families: results, flagship, talks }, null, 1),
  );
} else report();

function wrongUse(reason) {
  console.error(reason);
  process.exit(2);
}

function skip(reason) {
  if (options.json) console.log(JSON.stringify({ status: 'skipped', reason, talks }));
  else {
    console.log(`Skipped: ${reason}.\n`);
    reportTalks();
  }
  process.exit(0);
}

/** The talks of our own making in one build: what share of each is given to the right speaker, and of its names linked. */
function ownTalks(folder) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const out = join(temp, 'talks');
  run(process.execPath, [
    memcon,
    'build',
    ...names.map((name) => join(folder, name, 'transcription.md')),
    '--out',
    out,
    '--json',
  ]);
  return names.map((name) => {
    const read = (file) => readFileSync(join(folder, name, file), 'utf8');
    const xml = readFileSync(join(out, name, `${name}.xml`), 'utf8');
    return { name, ...compared(xml, turnsOf(read('turns.txt')), peopleOf(read('people.txt'))) };
  });
}

function reportTalks() {
  const mean = (values) => (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3);
  console.log(
    'Talks of our own making: shares of the talk with its right speaker, and of names with the right person\n',
  );
  console.log(
    table([
      ['talk', 'speakers', 'links', 'sentences wrong'],
      ...talks.map(({ name, share, links, errors }) => [
        name,
        share.toFixed(3),
        links.toFixed(3),
        String(errors.length),
      ]),
      ['mean', mean(talks.map(({ share }) => share)), mean(talks.map(({ links }) => links)), ''],
    ]),
  );
}

/** All draws of a family in one build, and their scores. */
function measured(family) {
  const folder = join(temp, family.name);
  rmSync(folder, { recursive: true, force: true });
  const { paths, leftOut } = writeDraws(family, join(folder, 'cases'));
  const out = join(folder, 'out');
  const built = run(process.execPath, [memcon, 'build', ...paths, '--out', out, '--json']);
  const arguments_ = [join(benchmark, 'score.py'), join(folder, 'cases'), out];
  const scored = run(python, [...arguments_, '--json']);
  // Cases without a TEI file are named in lines before the JSON.
  const printed = scored.stdout.slice(scored.stdout.indexOf('{'));
  if (scored.status !== 0 || printed === '') throw new Error(`${family.name}: score.py failed: ${scored.stderr}`);
  const { cases: scores } = JSON.parse(printed);
  const tei = (name) => join(out, name, `${name}.xml`);
  const unbuilt = Object.keys(scores).filter((name) => !existsSync(tei(name)));
  for (const [name, score] of Object.entries(scores)) {
    // Where text with a break in it is lost, score.py may find more breaks right than it counts in the edition.
    score.pages = Math.min(1, score.pages);
    const gold = JSON.parse(readFileSync(join(folder, 'cases', name, 'gold.json'), 'utf8'));
    const more = unbuilt.includes(name) ? { listed: 0, clean: 0 } : ownMeasures(readFileSync(tei(name), 'utf8'), gold);
    // A memorandum without a list has nobody to be found in it.
    Object.assign(score, more, !hasList(name) && { listed: 1 });
  }
  if (options.verbose && !options.json) {
    console.log(`\n## ${family.name}: ${family.about}\n`);
    if (unbuilt.length > 0) console.log(`${built.stdout}${built.stderr}`);
    console.log(run(python, [...arguments_, '--verbose']).stdout);
  }
  const rows = Object.values(scores);
  const of = (measure) => rows.map((row) => row[measure]);
  return {
    family: family.name,
    about: family.about,
    draws: rows.length,
    mean: each((measure) => of(measure).reduce((sum, value) => sum + value, 0) / rows.length),
    worst: each((measure) => Math.min(...of(measure))),
    scores,
    messages: messagesOf(built.stdout),
    leftOut,
    unbuilt,
  };
}

function hasList(draw) {
  const { transcription } = cases.find(({ name }) => name === caseOf(draw));
  return readMemo(transcription).fields.some(({ label }) => label === 'PARTICIPANTS');
}

/**
 * `listed`: recall of the participants as people who are marked, and not only stand, in the list of participants;
 * `clean`: share of the characters of the body's paragraphs that are the memorandum's, and not furniture or form.
 */
function ownMeasures(xml, gold) {
  const skipped = new Set(['note', 'fw', 'stamp', 'list', 'opener', 'head', 'label', 'table', 'corr', 'expan', 'reg']);
  const open = [];
  const inside = (name) => open.some((element) => element.name === name);
  const namesOf = new Map();
  const inList = new Set();
  let letters = 0;
  const parser = new SaxesParser();
  parser.on('opentag', (element) => {
    open.push(element);
    const { ref } = element.attributes;
    if (ref && open.some(({ name, attributes }) => name === 'list' && attributes.type === 'participants'))
      inList.add(ref);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    const person = open.find(({ name }) => name === 'person')?.attributes['xml:id'];
    if (person) namesOf.set(`#${person}`, `${namesOf.get(`#${person}`) ?? ''} ${text}`);
    const ofForm = open.some(({ name, attributes }) => skipped.has(name) || attributes.type === 'dateline');
    if (inside('body') && (inside('p') || inside('ab')) && !ofForm) {
      letters += text.replace(/\s+/g, '').length;
    }
  });
  parser.write(xml).close();
  const listed = [...inList].map((ref) => namesOf.get(ref) ?? '').join(' ');
  const expected = gold.participants.filter(({ in_list }) => in_list !== false);
  const found = expected.filter(({ name }) => listed.includes(name.split(' ').at(-1)));
  const own = gold.paragraphs.reduce((sum, { text }) => sum + text.replace(/\s+/g, '').length, 0);
  return { listed: found.length / Math.max(1, expected.length), clean: own / Math.max(own, letters) };
}

function caseOf(draw) {
  return draw.replace(/-draw\d+$/, '');
}

function each(value) {
  return Object.fromEntries(MEASURES.map((measure) => [measure, value(measure)]));
}

function run(file, args) {
  const { error, ...result } = spawnSync(file, args, { encoding: 'utf8', maxBuffer: 1 << 28, cwd: temp });
  if (error) throw error;
  return result;
}

/** How often each rule spoke of each draw. */
function messagesOf(printed) {
  const counts = {};
  // A build that broke off has printed nothing; its draws are counted as not built.
  for (const { rule, file = '' } of printed === '' ? [] : JSON.parse(printed).messages) {
    const draw = basename(dirname(file));
    counts[draw] ??= {};
    counts[draw][rule] = (counts[draw][rule] ?? 0) + 1;
  }
  return counts;
}

/** Messages that the same cases as they are do not give: nothing is amiss in a perturbed memorandum. */
function falseAlarms({ messages }) {
  const more = {};
  for (const [draw, counts] of Object.entries(messages)) {
    for (const [rule, count] of Object.entries(counts)) {
      const over = count - (results[0].messages[caseOf(draw)]?.[rule] ?? 0);
      if (over > 0) more[rule] = (more[rule] ?? 0) + over;
    }
  }
  return Object.entries(more).map(([rule, count]) => `${rule} ${count} ×`);
}

/** Writes a folder with transcription and gold for each draw; a family without chance has one draw a case. */
function writeDraws(family, folder) {
  const paths = [];
  const leftOut = [];
  for (const source of cases) {
    const texts = new Set();
    for (let seed = 1; seed <= (family === AS_GIVEN ? 1 : seeds); seed++) {
      const {
        text,
        gold,
        file,
        leftOut: reason,
      } = family === AS_GIVEN ? given(source) : perturbed(family, source, seed);
      if (reason) leftOut.push({ case: source.name, reason });
      if (reason || (family !== AS_GIVEN && text === source.transcription)) break;
      if (texts.has(text)) continue;
      texts.add(text);
      const draw = join(folder, family === AS_GIVEN ? source.name : `${source.name}-draw${seed}`);
      mkdirSync(draw, { recursive: true });
      writeFileSync(join(draw, file), text);
      writeFileSync(join(draw, 'gold.json'), JSON.stringify(gold, null, 1));
      paths.push(join(draw, file));
    }
    if (texts.size === 0 && !leftOut.some((one) => one.case === source.name)) {
      leftOut.push({ case: source.name, reason: 'the family changes nothing in it' });
    }
  }
  return { paths, leftOut };
}

function given({ transcription, gold }) {
  return { text: transcription, gold, file: 'transcription.md' };
}

function report() {
  const rows = results.map(({ family, draws, mean, worst }) => [
    family,
    String(draws),
    ...MEASURES.map((measure) => `${mean[measure].toFixed(3)} (${worst[measure].toFixed(2)})`),
  ]);
  console.log(`Bare builds of ${cases.length} published memoranda, ${seeds} draws; mean of the draws (worst draw)\n`);
  console.log(table([['family', 'draws', ...MEASURES], ...rows]));
  console.log('\nFamilies');
  for (const { family, about } of results) console.log(`  ${family}: ${about}`);
  const left = results.flatMap(({ family, leftOut }) => leftOut.map((one) => ({ family, ...one })));
  if (left.length > 0) console.log('\nLeft out');
  for (const { family, case: name, reason } of left) console.log(`  ${family}, ${name}: ${reason}`);
  console.log('\nLost against the same cases as they are');
  for (const result of results.slice(1)) console.log(`  ${result.family}: ${losses(result)}`);
  console.log('\nThe model edition against the printed text of its conversation\n');
  const printed = MEASURES.filter((measure) => Object.values(flagship).every((score) => measure in score));
  console.log(
    table([
      ['build', ...printed],
      ...Object.entries(flagship).map(([name, score]) => [
        name,
        ...printed.map((measure) => score[measure].toFixed(3)),
      ]),
    ]),
  );
  console.log();
  reportTalks();
  if (options.keep) console.log(`\nCases and editions are in ${temp}.`);
}

/** The means of a family beside those of the same cases unperturbed, and the draws in which something is lost. */
function losses(result) {
  const { scores, draws, unbuilt } = result;
  const base = results[0].scores;
  const names = Object.keys(scores);
  const lost = MEASURES.flatMap((measure) => {
    const differences = names.map((name) => scores[name][measure] - base[caseOf(name)][measure]);
    const mean = differences.reduce((sum, value) => sum + value, 0) / draws;
    const worse = names.filter((_, i) => differences[i] < -TOLERANCE);
    if (worse.length === 0) return [];
    const [worst] = [...worse].sort((one, other) => scores[one][measure] - scores[other][measure]);
    const sign = mean < 0 ? '−' : '+';
    return [`${measure} ${sign}${Math.abs(mean).toFixed(3)} (${worse.length} of ${draws}, worst ${worst})`];
  });
  const failed = unbuilt.length > 0 ? [`not built: ${unbuilt.join(', ')}`] : [];
  const alarms = falseAlarms(result);
  const messages = alarms.length > 0 ? [`messages beyond theirs: ${alarms.join(', ')}`] : [];
  return [...failed, ...lost, ...messages].join('; ') || 'nothing';
}
