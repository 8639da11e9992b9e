import { describe, expect, it } from 'vitest';
import { memcon, treeOf } from '../command.js';
import { readText } from '../repository.js';
import { holding } from './holding.js';

const MEMO = readText('editions/1963-01-10-rusk-kuznetsov/transcription.md');
const ofEdition = (folder: string): string | undefined => treeOf(folder).get('rusk/edition.yaml') ?? undefined;

describe('memcon review', () => {
  it('lists what waits, with the YAML to settle it, and writes nothing', async () => {
    const folder = holding({ 'rusk/transcription.md': MEMO });
    const before = treeOf(folder);
    const { status, stdout } = await memcon(['review', 'rusk'], folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^17 wait: 7 speakers, /);
    expect(stdout).toContain('1. rusk/transcription.md:80:1, page 2: speaker-is-present');
    expect(stdout).toContain('    [Khrushchev] said that he wished to stress');
    expect(stdout).toContain('\n  - page: 2\n    quote: "[Khrushchev] said that he"\n    reading: Kuznetsov\n');
    expect(treeOf(folder)).toEqual(before);
  });

  it('says when nothing waits', async () => {
    const memo = 'Memorandum of Conversation\n\nDATE: January 10, 1963\n\nSUBJECT: Berlin\n\nPARTICIPANTS: Dean Rusk\n';
    const { status, stdout } = await memcon(['review', 'memo.md'], holding({ 'memo.md': memo }));
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'Nothing waits.\n' });
  });

  it('has errors first, and fails on them', async () => {
    const edition = 'decisions:\n  - page: 1\n    quote: "[Molotov] said"\n    person: person.molotov\n';
    const folder = holding({ 'rusk/transcription.md': MEMO, 'rusk/edition.yaml': edition });
    const { status, stdout } = await memcon(['review', 'rusk'], folder);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^18 wait: 1 error, [^\n]*\n\n1\. rusk\/edition\.yaml:3:12: decision-finds-its-words \(error\)/,
    );
    const quiet = await memcon(['review', 'rusk', '--quiet'], folder);
    expect(quiet).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^1\. [^\n]*error/) });
  });

  it('numbers the entries of several editions through', async () => {
    const folder = holding({ 'memcon.yaml': 'title: Two\n', 'a/transcription.md': MEMO, 'b/transcription.md': MEMO });
    const { stdout } = await memcon(['review', '--json'], folder);
    const { count, editions } = JSON.parse(stdout) as { count: string; editions: { waiting: { n: number }[] }[] };
    expect(count).toMatch(/^34 wait: 14 speakers/);
    expect(editions.flatMap(({ waiting }) => waiting.map(({ n }) => n))).toEqual(
      Array.from({ length: 34 }, (_, i) => i + 1),
    );
  });
});

describe('memcon review --accept', () => {
  it('takes over what is proposed, and the second time changes nothing', async () => {
    const folder = holding({ 'rusk/transcription.md': MEMO });
    const { status, stdout } = await memcon(['review', 'rusk', '--accept', 'all'], folder);
    expect({ status, said: stdout.split('\n').slice(0, 2) }).toEqual({
      status: 0,
      said: ['Written: rusk/edition.yaml', '1 waits: 1 hand or furniture.'],
    });
    const once = treeOf(folder);
    const again = await memcon(['review', 'rusk', '--accept', 'all'], folder);
    expect(again.stdout).toMatch(/^1 waits: /);
    expect(treeOf(folder)).toEqual(once);
    const built = await memcon(['build', 'rusk', '--out', 'out', '--quiet'], folder);
    expect(built).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(treeOf(folder).get('out/rusk/rusk.xml')).toMatch(
      /<change [^>]*>Page 2: [^<]*Khrushchev[^<]* read as [^<]*Kuznetsov/,
    );
  });

  it('takes over single entries, and leaves what stands in the file to the letter', async () => {
    const edition =
      '# Mine.\ntitle: Rusk   # and Kuznetsov\n\ndecisions: # few\n  - page: 1\n    quote: "Approved in S"\n    note: By whom?\n';
    const folder = holding({ 'rusk/transcription.md': MEMO, 'rusk/edition.yaml': edition });
    const { status } = await memcon(['review', 'rusk', '--accept', '1,13'], folder);
    expect(status).toBe(0);
    const after = ofEdition(folder)!;
    expect(after.startsWith(edition)).toBe(true);
    expect(after.match(/quote:/g)?.length).toBe(3);
    expect(after).toContain('reason: "Proposed by memcon: ');
  });

  it.each([
    ['an entry that is not there', ['99'], 2],
    ['an entry for which nothing is proposed', ['17'], 2],
    ['no number', ['some'], 2],
  ])('refuses %s', async (_, numbers, status) => {
    const folder = holding({ 'rusk/transcription.md': MEMO });
    const before = treeOf(folder);
    expect((await memcon(['review', 'rusk', '--accept', ...numbers], folder)).status).toBe(status);
    expect(treeOf(folder)).toEqual(before);
  });

  it('refuses a transcription that has no folder of its own', async () => {
    const folder = holding({ 'memo.md': MEMO });
    const ran = await memcon(['review', 'memo.md', '--accept', 'all'], folder);
    expect(ran).toMatchObject({ status: 1, stderr: expect.stringContaining('no folder of its own') });
    expect([...treeOf(folder).keys()]).toEqual(['memo.md']);
  });
});

describe('memcon review --html', () => {
  it('writes one page, in which every decision can be copied', async () => {
    const folder = holding({ 'rusk/transcription.md': MEMO });
    expect((await memcon(['review', 'rusk', '--html', 'review.html', '--quiet'], folder)).status).toBe(0);
    const files = treeOf(folder);
    expect([...files.keys()]).toEqual(['review.html', 'rusk', 'rusk/transcription.md']);
    const html = files.get('review.html')!;
    expect(html).toContain('17 wait: 7 speakers');
    expect(html).toMatch(/<textarea [^>]*>\n? {2}- page: 2\n {4}quote: "\[Khrushchev\] said that he"/);
  });
});
