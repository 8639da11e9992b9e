import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { memcon, treeOf } from '../command.js';
import { inRepository } from '../repository.js';
import { holding } from './holding.js';
import { MEMO } from './material.js';

describe('help', () => {
  it.each(['build', 'check', 'collate', 'rebase', 'review', 'show', 'deposit', 'init'])(
    'memcon %s --help shows examples',
    async (command) => {
      const { status, stdout } = await memcon([command, '--help'], holding());
      expect(status).toBe(0);
      expect(stdout).toMatch(new RegExp(`Examples:\\n  memcon ${command}\\b`));
    },
  );

  it('memcon --version gives the version', async () => {
    expect(await memcon(['--version'], holding())).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe('--json', () => {
  const commands = [
    ['build', 'memo.md', '--out', 'out'],
    ['check', 'memo.md'],
    ['show', 'memo.md'],
    ['show', 'memo.md', '--stage', 'tei'],
    ['show', 'memo.md', '--stage', 'talk'],
    ['collate', 'memo.md', 'memo.md'],
    ['review', 'memo.md'],
  ];
  const bad = { 'memo.md': 'Mr. Rusk\0 said\n' };

  it.each(commands)('memcon %s gives JSON', async (...args) => {
    const { status, stdout, stderr } = await memcon([...args, '--json'], holding({ 'memo.md': MEMO }));
    expect(() => JSON.parse(stdout)).not.toThrow();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each(commands)('memcon %s gives JSON also when it fails', async (...args) => {
    const { status, stdout, stderr } = await memcon([...args, '--json'], holding(bad));
    expect(JSON.parse(stdout)).toMatchObject({ messages: [{ rule: 'characters-are-allowed', severity: 'error' }] });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });
});

describe('output', () => {
  it.each([
    ['build', 'memo.md', '--out', 'out'],
    ['check', 'memo.md'],
    ['review', 'memo.md'],
    ['init', 'new'],
  ])('memcon %s --quiet prints nothing when all is well', async (...args) => {
    const ran = await memcon([...args, '--quiet'], holding({ 'memo.md': MEMO }));
    expect(ran).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('memcon build writes the table of a conversation, and of nothing else', async () => {
    const letter = 'Dear Mr. Chairman:\n\nI thank you for your letter.\n\nSincerely,\nDean Rusk\n';
    const folder = holding({ 'memo.md': MEMO, 'letter.md': letter });
    expect((await memcon(['build', 'memo.md', 'letter.md', '--out', 'out', '--quiet'], folder)).status).toBe(0);
    const files = treeOf(folder);
    expect([...files.keys()].filter((path) => path.endsWith('.json'))).toEqual(['out/memo/memo.conversation.json']);
    const { stdout } = await memcon(['show', 'memo.md', '--stage', 'talk'], folder);
    expect(files.get('out/memo/memo.conversation.json')).toBe(stdout);
    expect((await memcon(['show', 'letter.md', '--stage', 'talk'], folder)).stdout).toBe('null\n');
  });

  it('memcon check writes nothing', async () => {
    const folder = holding({ 'memcon.yaml': 'title: One\n', 'one/transcription.md': MEMO });
    const before = treeOf(folder);
    expect((await memcon(['check'], folder)).status).toBe(0);
    expect(treeOf(folder)).toEqual(before);
  });

  it('a reader may close the pipe early', async () => {
    const folder = holding({ 'memo.md': MEMO + '\nDobrynin said that it was late.\n'.repeat(3000) });
    const child = spawn(process.execPath, [inRepository('dist/cli/main.js'), 'show', 'memo.md', '--stage', 'tei'], {
      cwd: folder,
    });
    let stderr = '';
    child.stderr.on('data', (data) => (stderr += String(data)));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

it('memcon build can be run again where the output lies in the workspace', async () => {
  const folder = holding();
  await memcon(['init', '.'], folder);
  await memcon(['build', '--quiet'], folder);
  const first = treeOf(folder);
  expect(await memcon(['build', '--quiet'], folder)).toMatchObject({ status: 0, stderr: '' });
  expect(treeOf(folder)).toEqual(first);
});

describe('memcon init', () => {
  it('makes a workspace that memcon build can build', async () => {
    const folder = holding();
    expect((await memcon(['init', 'new'], folder)).status).toBe(0);
    const ran = await memcon(['build'], `${folder}/new`);
    expect(ran.status, ran.stderr).toBe(0);
    expect([...treeOf(`${folder}/new`).keys()]).toContain('output/index.html');
  });

  it('leaves a workspace alone that is there already', async () => {
    const folder = holding();
    await memcon(['init', 'new'], folder);
    const before = treeOf(folder);
    const ran = await memcon(['init', 'new'], folder);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain('workspace already');
    expect(treeOf(folder)).toEqual(before);
  });

  it('writes over no file that is there already', async () => {
    const folder = holding({ 'authorities/people.xml': 'years of work' });
    await memcon(['init', '.'], folder);
    expect(treeOf(folder).get('authorities/people.xml')).toBe('years of work');
  });
});
