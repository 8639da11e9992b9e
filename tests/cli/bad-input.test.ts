import { describe, expect, it, vi } from 'vitest';
import { type Files, memcon, traceIn, treeOf } from '../command.js';
import { holding } from './holding.js';
import { EDITION, MEMO, PEOPLE, WORKSPACE } from './material.js';

/** What users do wrong, and what the program has to tell them: where it is, and what to do. Nothing is written then. */
interface Bad {
  what: string;
  args?: string;
  files: Files;
  /** 1: errors in the material; 2: wrong use. */
  status: 1 | 2;
  /** Place, reason and advice, in this order; anything may stand between them. */
  says: (string | RegExp)[];
  env?: Record<string, string>;
}

const MEMO_ONLY = 'build memo.md --out out';
const memo = (what: string, content: string | Uint8Array, ...says: Bad['says']): Bad => ({
  what,
  args: MEMO_ONLY,
  files: { 'memo.md': content },
  status: 1,
  says: ['memo.md:', ...says],
});

/** A workspace with one edition, whose `edition.yaml` is `yaml`. */
const edition = (what: string, yaml: string, ...says: Bad['says']): Bad => ({
  what,
  files: { 'memcon.yaml': WORKSPACE, 'people.xml': PEOPLE, 'one/transcription.md': MEMO, 'one/edition.yaml': yaml },
  status: 1,
  says: [/^one\/edition\.yaml:/, ...says],
});

const decision = (what: string, lines: string[], ...says: Bad['says']): Bad =>
  edition(what, `${EDITION}decisions:\n${lines.map((line) => `  - {${line}}\n`).join('')}`, ...says);

const authority = (what: string, xml: string, ...says: Bad['says']): Bad => ({
  what,
  files: { 'memcon.yaml': WORKSPACE, 'people.xml': xml, 'one/transcription.md': MEMO },
  status: 1,
  says: ['people.xml:', ...says],
});

const workspace = (what: string, yaml: string, ...says: Bad['says']): Bad => ({
  what,
  files: { 'memcon.yaml': yaml, 'people.xml': PEOPLE, 'one/transcription.md': MEMO },
  status: 1,
  says: ['memcon.yaml:', ...says],
});

const use = (what: string, args: string, ...says: Bad['says']): Bad => ({
  what,
  args,
  files: { 'memo.md': MEMO },
  status: 2,
  says,
});

const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(MEMO, 'utf16le')]);
const READING = 'reading: whole, reason: The sense asks for it';

const TRANSCRIPTIONS: Bad[] = [
  {
    what: 'no such file',
    args: MEMO_ONLY,
    files: {},
    status: 1,
    says: ['memo.md', 'does not exist', 'Compare the path'],
  },
  memo('an empty file', '', 'empty', 'Save the recognised text'),
  memo('only white space', ' \n\t\n', 'empty', 'Save the recognised text'),
  {
    what: 'a folder without a transcription',
    args: 'build scans --out out',
    files: { 'scans/notes.pdf': 'x' },
    status: 1,
    says: ['scans', 'holds neither', 'memcon init'],
  },
  memo('Windows-1252', Buffer.from('Mr. Kennedy\x92s letter\n', 'latin1'), /^memo\.md:1:12: /, 'byte 92', 'UTF-8'),
  memo('UTF-16 with a byte order mark', utf16, /^memo\.md:1:1: /, 'byte FF', 'UTF-16'),
  memo('NUL', 'Mr. Rusk\0 said\n', /^memo\.md:1:9: /, 'U+0000 (NUL)', 'Remove it'),
  memo('an escape character', 'Mr. Rusk\n\u001bsaid\n', /^memo\.md:2:1: /, 'U+001B', 'Remove it'),
  memo(
    'a line of 5 MB (line-is-readable)',
    'It was late. '.repeat(400_000),
    /^memo\.md:1:1: /,
    'Line 1 has',
    'right file',
  ),
  {
    what: 'a name with another ending',
    args: 'build memo.pdf --out out',
    files: { 'memo.pdf': MEMO },
    status: 1,
    says: ['memo.pdf', '“.pdf”', '.md'],
  },
  {
    what: 'two transcriptions of one name',
    args: 'build one/memo.md two/memo.md --out out',
    files: { 'one/memo.md': MEMO, 'two/memo.md': MEMO },
    status: 1,
    says: ['two/memo.md', '“one/memo.md”', 'Rename one'],
  },
];

const DESCRIPTIONS: Bad[] = [
  edition(
    'broken YAML',
    'source:\n  repository: "Department of State\n',
    /edition\.yaml:\d+:\d+: /,
    'cannot be read',
    'Mend',
  ),
  edition(
    'a key given twice',
    'version: 1.0.0\nversion: 1.0.1\n',
    /edition\.yaml:2:1: /,
    'unique',
    /twice|remove|one of/i,
  ),
  edition('a list', '- version: 1.0.0\n', 'group of keys', 'memcon init'),
  edition('a bare string', 'Department of State\n', 'group of keys', 'memcon init'),
  edition('an unknown key', 'witneses: {}\n', /edition\.yaml:1:1: /, '“witneses”', 'Did you mean “witnesses”?'),
  edition('a value of another type', 'title: [Test Ban]\n', /edition\.yaml:1:\d+: /, '“title”', 'string'),
  edition('an unknown drafter', 'drafter: person.kusnetsov\n', /yaml:1:\d+: /, 'person.kusnetsov', 'authority files'),
  edition('an unknown place', 'place: place.nowhere\n', /yaml:1:\d+: /, 'place.nowhere', 'authority files'),
  decision(
    'an unknown person',
    ['page: 1, quote: "The Secretary said", person: person.nobody'],
    'person.nobody',
    'authority',
  ),
  decision('an unknown witness', [`page: 1, quote: heart, ${READING}, witness: frsu`], ':4:', '“frsu”', 'frus'),
  decision('an unknown hand', ['page: 1, quote: Approved in S, hand: hand.nobody'], 'hand.nobody', 'hand.approval'),
  decision(
    'words that stand nowhere',
    [`page: 1, quote: "not the [health] of", ${READING}`],
    'is not on page 1',
    '“not the heart of”',
  ),
  decision('words that stand twice', [`page: 1, quote: the, ${READING}`], 'times on page 1', 'square brackets'),
  decision('words of another page', [`page: 2, quote: heart, ${READING}`], 'is not on page 2', 'page: 1'),
  decision('a page that is not there', [`page: 7, quote: heart, ${READING}`], 'no page 7', '2 pages', 'page: 1'),
  decision(
    'two readings that overlap',
    [`page: 1, quote: "not the heart", ${READING}`, `page: 1, quote: "the heart of", ${READING}`],
    'Two decisions',
    'Join',
  ),
  decision(
    'a reading inside another',
    [`page: 1, quote: "not the heart of the question", ${READING}`, `page: 1, quote: heart, ${READING}`],
    'Two decisions',
    'Join',
  ),
  decision('a hand where nobody wrote', ['page: 1, quote: heart, hand: hand.approval'], 'no annotation', 'handwriting'),
];

const WORKSPACES: Bad[] = [
  {
    what: 'no authority file',
    files: { 'memcon.yaml': WORKSPACE, 'one/transcription.md': MEMO },
    status: 1,
    says: ['people.xml', 'does not exist'],
  },
  authority('an authority file that is not XML', 'Vasiliy Kuznetsov, Deputy Minister\n', 'not well-formed', 'Mend'),
  authority('an authority file cut short', PEOPLE.slice(0, -20), /people\.xml:\d+:\d+: /, 'not well-formed', 'Mend'),
  authority(
    'an authority file with a DOCTYPE',
    `<!DOCTYPE TEI>\n${PEOPLE}`,
    'people.xml:1:1:',
    'type declaration',
    'Remove',
  ),
  authority(
    'an id given twice',
    PEOPLE.replace(/<person [\s\S]*<\/person>/, '$&$&'),
    'person.kuznetsov',
    'twice',
    'another id',
  ),
  workspace('a broken memcon.yaml', 'title: "Memoranda\n', 'cannot be read', 'Mend'),
  workspace('an empty memcon.yaml', '', 'title', 'Add “title:”'),
  workspace('a memcon.yaml that is a list', '- Memoranda\n', 'group of keys'),
  workspace('a spelling mistake in memcon.yaml', 'titel: Memoranda\n', 'titel', 'Did you mean “title”?'),
  ...['{"ids": [', '[]', '{"ids": 5}', 'null', '{"ids": [7]}'].map(
    (content): Bad => ({
      what: `a broken ids.json: ${content}`,
      files: { 'memcon.yaml': WORKSPACE, 'people.xml': PEOPLE, 'one/transcription.md': MEMO, 'one/ids.json': content },
      status: 1,
      says: ['one/ids.json', 'register', 'version history'],
    }),
  ),
  {
    what: 'a file in the place of the output folder',
    args: MEMO_ONLY,
    files: { 'memo.md': MEMO, out: 'in the way' },
    status: 1,
    says: ['out', 'cannot be written', '--out'],
  },
  {
    what: 'an output folder below a file',
    args: 'build memo.md --out note.txt/out',
    files: { 'memo.md': MEMO, 'note.txt': 'in the way' },
    status: 1,
    says: ['note.txt/out', 'cannot be written', '--out'],
  },
  {
    what: 'an output folder where none can be made',
    args: 'build memo.md --out /proc/none/out',
    files: { 'memo.md': MEMO },
    status: 1,
    says: ['/proc/none/out', 'cannot be written', '--out'],
  },
  {
    what: 'a folder in the place of an output file',
    args: MEMO_ONLY,
    files: { 'memo.md': MEMO, 'out/memo/memo.xml/': '' },
    status: 1,
    says: ['out', 'cannot be written', '--out'],
  },
];

const USE: Bad[] = [
  use('an unknown command', 'biuld memo.md', 'biuld', 'build'),
  use('an unknown option', 'build memo.md --outt out', '--outt', '--out'),
  use('an option without its value', 'build memo.md --out', '--out', 'missing'),
  use('a missing argument', 'show', 'missing', 'id'),
  use('an unknown stage', 'show memo.md --stage ties', 'ties', 'tei'),
  {
    ...use(
      'a SOURCE_DATE_EPOCH that is no number (run-date-is-readable)',
      MEMO_ONLY,
      'SOURCE_DATE_EPOCH',
      'yesterday',
      'whole seconds',
    ),
    env: { SOURCE_DATE_EPOCH: 'yesterday' },
  },
];

vi.setConfig({ maxConcurrency: 4 });

describe.concurrent.for([
  { kind: 'a transcription', table: TRANSCRIPTIONS },
  { kind: 'a description', table: DESCRIPTIONS },
  { kind: 'a workspace', table: WORKSPACES },
  { kind: 'the command line', table: USE },
])('$kind that cannot be used', ({ table }) => {
  it.for(table)('$what', async ({ args = 'build . --out out', files, status, says, env = {} }, { expect }) => {
    const folder = holding(files);
    const before = treeOf(folder);
    const ran = await memcon(args.split(' '), folder, { env });
    expect(traceIn(ran)).toBeUndefined();
    let rest = ran.stderr;
    for (const words of says) {
      const at = typeof words === 'string' ? rest.indexOf(words) : rest.search(words);
      expect(at, `${words} in ${ran.stderr}`).toBeGreaterThanOrEqual(0);
      rest = rest.slice(at);
    }
    expect(ran.stderr).not.toContain('program-is-sound');
    expect(ran.status).toBe(status);
    expect(treeOf(folder)).toEqual(before);
  });
});

describe('a workspace with one bad edition among three', () => {
  it('builds the other two, says what is wrong, and leaves no file of the bad one', async () => {
    const folder = holding({
      'memcon.yaml': 'title: Three\n',
      'a/transcription.md': MEMO,
      'b/transcription.md': 'Mr. Rusk\0 said\n',
      'c/transcription.md': MEMO,
    });
    const ran = await memcon(['build', '.', '--out', 'out'], folder);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain('b/transcription.md:1:9: error:');
    const written = [...treeOf(folder).keys()];
    expect(written).toEqual(expect.arrayContaining(['out/a/a.xml', 'out/c/c.xml', 'out/index.html']));
    expect(written.filter((path) => path.startsWith('out/b/') || path === 'b/ids.json')).toEqual([]);
  });
});
