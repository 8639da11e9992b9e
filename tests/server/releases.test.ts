import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { emptyFolder, memcon } from '../command.js';
import { readText } from '../repository.js';
import { get, serving } from './previewing.js';

const folder = emptyFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a preview shows the releases that lie in the output folder, beside the edition as it is now', async () => {
  mkdirSync(join(folder, 'editions/talk'), { recursive: true });
  writeFileSync(join(folder, 'editions/memcon.yaml'), 'title: Talks\n');
  const description = (version: string) => `version: ${version}\ndate: 1970-02-03\n`;
  writeFileSync(join(folder, 'editions/talk/edition.yaml'), description('1.0.0'));
  const talk = readText('tests/fixtures/talks/three-sides/transcription.md');
  writeFileSync(join(folder, 'editions/talk/transcription.md'), talk);
  expect((await memcon(['release', 'editions/talk'], folder)).status).toBe(0);
  writeFileSync(join(folder, 'editions/talk/edition.yaml'), description('1.1.0'));
  const preview = await serving(['editions'], folder);
  try {
    const [now, then] = [await get(preview.port, '/talk/'), await get(preview.port, '/talk/v1.0.0/index.html')];
    expect([now.status, then.status]).toEqual([200, 200]);
    expect(now.body).toContain('href="v1.0.0/index.html"');
    expect(then.body).toContain('1.0.0');
    for (const [, asset] of then.body.matchAll(/<link rel="stylesheet" href="(assets\/[^"]+|\.\.[^"]+)"/g))
      expect((await get(preview.port, `/talk/v1.0.0/${asset}`)).status, asset).toBe(200);
    expect((await get(preview.port, '/talk/v1.0.0/../../../editions/memcon.yaml')).status).not.toBe(200);
  } finally {
    await preview.stop();
  }
});

it('a preview that is written leaves alone published ids which no ids.json keeps, and publishes none of its own', async () => {
  const at = (name: string) => join(folder, 'later', name);
  mkdirSync(at('editions/talk'), { recursive: true });
  writeFileSync(at('editions/memcon.yaml'), 'title: Talks\n');
  writeFileSync(at('editions/talk/transcription.md'), readText('tests/fixtures/talks/three-sides/transcription.md'));
  const previewed = async () => {
    const preview = await serving(['editions', '--out', 'output'], folder.concat('/later'));
    expect(existsSync(at('output/talk/index.html'))).toBe(true);
    await preview.stop();
  };
  const register = at('output/talk/talk.ids.json');
  await previewed();
  expect(existsSync(register)).toBe(false);
  writeFileSync(register, 'what a build has published');
  await previewed();
  expect(readFileSync(register, 'utf8')).toBe('what a build has published');
  rmSync(register);
  expect((await memcon(['build'], at('.'))).status).toBe(0);
  const kept = readFileSync(register, 'utf8');
  rmSync(register);
  await previewed();
  expect(readFileSync(register, 'utf8')).toBe(kept);
});
