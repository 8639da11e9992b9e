// How well the model edition agrees with the markup of the same conversation as printed: its transcription alone, with
// the names that the machine has misread, and with the editor's decisions.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const EDITION = 'editions/1963-01-10-rusk-kuznetsov';
const PRINTED = 'cases/frus1961-63v05-d278/gold.json';

/** The benchmark's measures for both builds. */
export function scoresOfFlagship({ root, memcon, benchmark, temp, python, run }) {
  const folder = join(temp, 'flagship');
  const edition = join(root, EDITION);
  const gold = readFileSync(join(benchmark, PRINTED), 'utf8');
  const bare = join(folder, 'bare/as-transcribed.md');
  writeWhole(bare, readFileSync(join(edition, 'transcription.md'), 'utf8'));
  const builds = [
    { name: 'as-transcribed', path: bare, edition: 'as-transcribed' },
    { name: 'with-its-decisions', path: edition, edition: basename(edition) },
  ];
  for (const { name, path, edition: built } of builds) {
    const out = join(folder, 'out', name);
    run(process.execPath, [memcon, 'build', path, '--out', out, '--quiet']);
    writeWhole(join(folder, 'cases', name, 'gold.json'), gold);
    writeWhole(join(folder, 'tei', `${name}.xml`), readFileSync(join(out, built, `${built}.xml`), 'utf8'));
  }
  const { stdout } = run(python, [join(benchmark, 'score.py'), join(folder, 'cases'), join(folder, 'tei'), '--json']);
  return JSON.parse(stdout).cases;
}

function writeWhole(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
