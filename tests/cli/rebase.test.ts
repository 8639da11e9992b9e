import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderWith, memcon, treeOf } from '../command.js';

const TEXT = `Memorandum of Conversation

DATE: March 4, 1963

PARTICIPANTS:

U.S.
The Secretary

U.S.S.R.
Anatoliy F. Dobrynin, Soviet Ambassador

The Secretery said that the number of stations was not the heart of the question.

Dobrynin replied that for his government it was, and promised to report at once.
`;
const EDITION = `# The test ban
decisions:
  - page: 1
    quote: "The [Secretery] said"
    reading: Secretary
    reason: One letter misread.
  - page: 1
    quote: "number of [stations] was"
    reading: inspections
    reason: So on the paper.
  - page: 1
    quote: "government it was"
    note: Said before, in New York.
  # At the end
  - page: 1
    quote: "promised to [report] at"
    reading: reply
    reason: So on the paper.
`;
const BETTER = TEXT.replace('Secretery', 'Secretary').replace('promised to report', 'offered to rapport');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
async function edition(): Promise<string> {
  const folder = folderWith({
    'memcon.yaml': 'title: Talks\n',
    'talk/transcription.md': TEXT,
    'talk/edition.yaml': EDITION,
    'new.txt': BETTER.replace('March 4, 1963\n', 'March 4, 1963\nWashington\n'),
  });
  folders.push(folder);
  await memcon(['build', '.', '--out', 'out', '--quiet'], folder);
  return folder;
}

describe('memcon rebase', () => {
  it('says what would become of every decision, and writes nothing', async () => {
    const folder = await edition();
    const before = treeOf(folder);
    const { status, stdout } = await memcon(['rebase', 'talk', 'new.txt'], folder);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^4 decisions: 2 as it stands, 1 taken out, .* reads so, 1 not carried over\n/);
    expect(stdout).toContain('line 16 of edition.yaml, “promised to [report] at”: “report” reads “rapport” now.');
    expect(treeOf(folder)).toEqual(before);
  });

  it('takes the new transcription, keeps the old one, and builds', async () => {
    const folder = await edition();
    const ids = JSON.parse(treeOf(folder).get('talk/ids.json')!) as { ids: { id: string; words: string }[] };
    await memcon(['rebase', 'talk', 'new.txt', '--write'], folder);
    const after = treeOf(folder);
    expect(after.get('talk/superseded/transcription.md')).toBe(TEXT);
    expect(after.has('talk/transcription.md')).toBe(false);
    expect(after.get('talk/transcription.txt')).toContain('Washington');
    expect(readFileSync(join(folder, 'talk/edition.yaml'), 'utf8')).toBe(`# The test ban
decisions:
  - page: 1
    quote: "number of [stations] was"
    reading: inspections
    reason: So on the paper.
  - page: 1
    quote: "government it was"
    note: Said before, in New York.
  # At the end
  # Not carried over to the new transcription: “report” reads “rapport” now.
  # - page: 1
  #   quote: "promised to [report] at"
  #   reading: reply
  #   reason: So on the paper.

revisions:
  - what: The transcription was replaced by another of the same document; the one before is kept in
      superseded/transcription.md.
`);
    const now = JSON.parse(after.get('talk/ids.json')!) as { ids: { id: string; words: string; gone?: true }[] };
    const turn = ids.ids.find(({ id }) => id === 'turn.2')!;
    expect(now.ids.find(({ id }) => id === 'turn.2')).toMatchObject({
      words: turn.words.replace('promised to reply', 'offered to rapport'),
    });
    expect(now.ids.filter(({ gone }) => gone).map(({ id }) => id)).toEqual(['nt.1', 'nt.4', 'rd.1', 'rd.3']);
    expect(await memcon(['build', '.', '--out', 'out', '--quiet'], folder)).toMatchObject({ status: 0, stderr: '' });
  });

  it('loses nothing that was superseded, however often, and keeps no bytes twice', async () => {
    const folder = await edition();
    const texts = [BETTER, BETTER.replace('heart', 'core'), TEXT, BETTER];
    for (const [n, text] of texts.entries()) {
      writeFileSync(join(folder, `received-${n}.md`), text);
      await memcon(['rebase', 'talk', `received-${n}.md`, '--write'], folder);
    }
    const kept = [...treeOf(folder)].filter(([name]) => name.startsWith('talk/superseded/'));
    expect(kept).toEqual([
      ['talk/superseded/transcription-2.md', BETTER],
      ['talk/superseded/transcription-3.md', texts[1]],
      ['talk/superseded/transcription.md', TEXT],
    ]);
    expect(treeOf(folder).get('talk/transcription.md')).toBe(BETTER);
    const revisions = readFileSync(join(folder, 'talk/edition.yaml'), 'utf8').match(/superseded\/\S+/g);
    // The latest first.
    expect(revisions).toEqual([
      'superseded/transcription.md.',
      'superseded/transcription-3.md.',
      'superseded/transcription-2.md.',
      'superseded/transcription.md.',
    ]);
  });

  it('keeps what lies in the place of the new transcription, though it was not read', async () => {
    const folder = await edition();
    writeFileSync(join(folder, 'talk/transcription.txt'), 'Notes on the carbon copy.\n');
    await memcon(['rebase', 'talk', 'new.txt', '--write'], folder);
    expect(treeOf(folder).get('talk/superseded/transcription.txt')).toBe('Notes on the carbon copy.\n');
    expect(treeOf(folder).get('talk/superseded/transcription.md')).toBe(TEXT);
  });

  it('supersedes nothing, and says nothing to readers, where the transcription is the same', async () => {
    const folder = await edition();
    const before = treeOf(folder);
    writeFileSync(join(folder, 'same.md'), TEXT);
    const { status } = await memcon(['rebase', 'talk', 'same.md', '--write'], folder);
    expect(status).toBe(0);
    const after = treeOf(folder);
    after.delete('same.md');
    expect(after).toEqual(before);
  });

  it('tells readers of it under the day of the edition, and under none where that day is a release’s', async () => {
    const folder = await edition();
    const file = join(folder, 'talk/edition.yaml');
    const dated = `version: 1.0.0\ndate: 1970-02-03\nrevisions: # so far\n  # The first\n  - date: 1970-01-01\n    what: Begun.\n`;
    writeFileSync(file, dated);
    writeFileSync(join(folder, 'other.md'), BETTER.replace('heart', 'core'));
    const first = await memcon(['rebase', 'talk', 'new.txt', '--write'], folder);
    const revision = (kept: string) =>
      `    what: The transcription was replaced by another of the same document; the one before is kept in\n      ${kept}.\n`;
    const once = dated.replace('so far\n', `so far\n  - date: 1970-02-03\n${revision('superseded/transcription.md')}`);
    expect(readFileSync(file, 'utf8')).toBe(once);
    expect(first.stdout).toContain('a revision more, of 1970-02-03, the day of the edition');
    await memcon(['release', 'talk'], folder);
    expect(readFileSync(join(folder, 'output/talk/talk.xml'), 'utf8')).toContain(
      '<change when="1970-02-03" who="#editor">The transcription was replaced',
    );
    const second = await memcon(['rebase', 'talk', 'other.md', '--write'], folder);
    expect(second.stdout).toContain('without a day, since none is known');
    expect(readFileSync(file, 'utf8')).toBe(
      once.replace('so far\n', `so far\n  - ${revision('superseded/transcription.txt').trimStart()}`),
    );
    const built = await memcon(['build'], folder);
    expect([built.status, built.stderr.includes('error')]).toEqual([0, false]);
    expect(readFileSync(join(folder, 'output/talk/talk.xml'), 'utf8')).toContain(
      '<change who="#editor">The transcription was replaced',
    );
  });

  it('refuses a text of another document', async () => {
    const folder = folderWith({
      'talk/transcription.md': TEXT,
      'talk/edition.yaml': EDITION,
      'other.md': 'A note on fishing rights in the North Pacific was delivered at noon by the third secretary.\n',
    });
    folders.push(folder);
    const { status, stderr } = await memcon(['rebase', 'talk', 'other.md', '--write'], folder);
    expect(status).toBe(1);
    expect(stderr).toContain('hardly a word in common');
    expect(treeOf(folder).has('talk/superseded')).toBe(false);
  });
});
