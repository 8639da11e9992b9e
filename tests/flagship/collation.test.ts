import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { withDecisions } from '../../src/corpus/edition-file.js';
import type { Proposal } from '../../src/editing/collation/proposals.js';
import type { Decision, Description } from '../../src/editing/description.js';
import { type Files, folderWith, memcon, treeOf } from '../command.js';
import { hasShared, readText, shared, skipped } from '../repository.js';
import { MISREADINGS } from './misreadings.js';

const NAME = '1963-01-10-rusk-kuznetsov';
const WITNESS = 'memo/witness-frus1961-63v05-d278.xml';
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const yaml = readText(`editions/${NAME}/edition.yaml`);
const authorities = ['people', 'organisations', 'places', 'events'].map((name) => `authorities/${name}.xml`);
const workspace: Files = {
  'memcon.yaml': readText('editions/memcon.yaml'),
  ...Object.fromEntries(authorities.map((path) => [path, readText(`editions/${path}`)])),
  [`${NAME}/transcription.md`]: readText(`editions/${NAME}/transcription.md`),
};
const holding = (edition: string): string => {
  const folder = folderWith({ ...workspace, [`${NAME}/edition.yaml`]: edition });
  folders.push(folder);
  return folder;
};
const apparatusOf = (folder: string): string[] =>
  [
    ...treeOf(folder)
      .get(`out/${NAME}/${NAME}.xml`)!
      .matchAll(/<app [^>]*><lem wit="([^"]*)"[^>]*>(.*?)<\/lem>(.*?)<\/app>/g),
  ].map(([, wit, lem, rest]) => `${wit} ${lem} | ${rest!.replace(/ xml:id="[^"]*"/g, '')}`);

describe.skipIf(
  skipped(
    hasShared(WITNESS),
    'the collation of the model edition with the printed one',
    'Put the material beside the repository.',
  ),
)('the printed edition', () => {
  it('gives every misreading of the transcription, and nothing that is none', async () => {
    const folder = holding(yaml);
    const { stdout, status } = await memcon(['collate', NAME, shared(WITNESS), '--json'], folder);
    expect(status).toBe(0);
    const { proposals } = JSON.parse(stdout) as { proposals: Proposal[] };
    const readings = proposals.filter(({ kind }) => kind === 'reading');
    expect(readings.map(({ variation, decision }) => [decision.page, variation.words, decision.reading])).toEqual(
      MISREADINGS,
    );
    expect(readings.every(({ decided, decision }) => decided?.reading === decision.reading)).toBe(true);
  });

  it('gives the apparatus of the edition, when all is accepted', async () => {
    const { decisions = [], ...rest } = parse(yaml) as Description;
    const own = decisions.filter(({ witness }: Decision) => witness === undefined);
    const without = holding(withDecisions(stringify(rest), own));
    const written = await memcon(['collate', NAME, `frus=${shared(WITNESS)}`, '--write'], without);
    expect(written).toMatchObject({ status: 0, stdout: `19 decisions added to ${NAME}/edition.yaml\n` });
    const whole = holding(yaml);
    for (const folder of [without, whole]) {
      expect(await memcon(['build', NAME, '--out', 'out', '--quiet'], folder)).toMatchObject({ status: 0 });
    }
    const accepted = apparatusOf(without);
    expect(accepted).toHaveLength(19);
    expect(accepted).toEqual(apparatusOf(whole));
    expect((await memcon(['collate', NAME, shared(WITNESS), '--write'], without)).stdout).toMatch(/^0 decisions/);
  });
});
