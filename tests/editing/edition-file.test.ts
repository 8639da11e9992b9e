import { describe, expect, it } from 'vitest';
import {
  dateIn,
  versionIn,
  withChanges,
  withDecisions,
  withKey,
  withRevision,
  withVersion,
  withWitness,
  written,
} from '../../src/corpus/edition-file.js';
import type { Decision } from '../../src/editing/description.js';

const FILE = `# A memorandum of 1963.
title: Memorandum   # as typed

decisions:
  # Page 1
  - page: 1
    quote: "the [Secretery] said"
    reading: Secretary
    reason: >-
      One letter
      misread.

  # Page 3
  - page: 3
    quote: "SECRET"
    note: Struck out.   # by whom?

revisions: []
`;
const on = (page: number): Decision => ({ page, quote: 'to [wait] "our" efforts', reading: 'unite', reason: 'So.' });
const LINES = `  - page: 2
    quote: "to [wait] \\"our\\" efforts"
    reading: unite
    reason: So.
`;

describe('decisions that the program writes into edition.yaml', () => {
  it('stand behind those on their page and before it, and leave all else as it is', () => {
    expect(withDecisions(FILE, [on(2)])).toBe(FILE.replace('misread.\n', `misread.\n${LINES}`));
  });

  it('stand at the end where theirs is the last page', () => {
    const added = LINES.replace('page: 2', 'page: 4');
    expect(withDecisions(FILE, [on(4)])).toBe(FILE.replace('# by whom?\n', `# by whom?\n${added}`));
  });

  it('keep to the indentation that is there, and need no line end before them', () => {
    const flush = 'decisions:\n- page: 1\n  quote: a\n  note: b';
    expect(withDecisions(flush, [on(2)])).toBe(`${flush}\n${LINES.replace(/^ {2}/gm, '')}`);
  });

  it.each([
    ['an empty file', '', `decisions:\n${LINES}`],
    ['a file without any', 'title: x\n', `title: x\n\ndecisions:\n${LINES}`],
    ['a list between brackets', 'decisions: []\ntitle: x\n', `decisions:\n${LINES}title: x\n`],
  ])('begin the list in %s', (_, before, after) => {
    expect(withDecisions(before, [on(2)])).toBe(after);
  });

  it('read as the list that they are', () => {
    expect(written([on(2)])).toBe(LINES);
  });
});

describe('a witness that the program describes', () => {
  it('stands behind the others, once', () => {
    const file = 'witnesses:\n  frus:\n    title: Printed\ntitle: x\n';
    const after = 'witnesses:\n  frus:\n    title: Printed\n  copy:\n    title: "Copy: carbon"\ntitle: x\n';
    expect(withWitness(file, 'copy', { title: 'Copy: carbon' })).toBe(after);
    expect(withWitness(after, 'copy', { title: 'another' })).toBe(after);
  });

  it('begins the list', () => {
    expect(withWitness('title: x\n', 'copy', { title: 'Carbon' })).toBe(
      'title: x\n\nwitnesses:\n  copy:\n    title: Carbon\n',
    );
  });
});

describe('a drafter whom the program names', () => {
  it.each([
    [
      'stands behind the keys of one line',
      '# Mine.\ntitle: x # so\n\n# Who.\nhands: {}\n',
      '# Mine.\ntitle: x # so\ndrafter: person.rusk\n\n# Who.\nhands: {}\n',
    ],
    [
      'stands at the end where there are none',
      'decisions:\n  - page: 1\n',
      'decisions:\n  - page: 1\n\ndrafter: person.rusk\n',
    ],
    ['stands alone', '', 'drafter: person.rusk\n'],
    ['leaves the one alone who is there', 'drafter: person.guthrie\n', 'drafter: person.guthrie\n'],
  ])('%s', (_, before, after) => {
    expect(withKey(before, 'drafter', 'person.rusk')).toBe(after);
  });
});

describe('the version of an edition', () => {
  it.each([
    [
      'is put in the place of another',
      '# Mine.\nversion: "1.0.0" # so\ntitle: x\n',
      '# Mine.\nversion: 1.1.0 # so\ntitle: x\n',
    ],
    ['stands before the first key', '# Mine.\n\n# Who.\neditor: x\n', '# Mine.\n\n# Who.\nversion: 1.1.0\neditor: x\n'],
    ['stands alone', '', 'version: 1.1.0\n'],
    [
      'is not that of a witness',
      'witnesses:\n  frus:\n    version: 3\n',
      'version: 1.1.0\nwitnesses:\n  frus:\n    version: 3\n',
    ],
  ])('%s', (_, before, after) => {
    expect(withVersion(before, '1.1.0')).toBe(after);
    expect(versionIn(after)).toBe('1.1.0');
  });
});

describe('a revision is put into edition.yaml', () => {
  const REVISION = { date: '1970-02-03', what: 'Another transcription.' };
  const ENTRY = '  - date: 1970-02-03\n    what: Another transcription.\n';
  const OTHER = '  - date: 1970-01-01\n    what: Begun.\n';

  it.each([
    [
      'before the others',
      `title: A\nrevisions: # all\n  # first\n${OTHER}`,
      `title: A\nrevisions: # all\n${ENTRY}  # first\n${OTHER}`,
    ],
    [
      'before others that are not indented',
      'revisions:\n- what: Begun.\n',
      'revisions:\n- date: 1970-02-03\n  what: Another transcription.\n- what: Begun.\n',
    ],
    [
      'in the place of an empty list',
      'revisions: [] # none\ntitle: A\n',
      `revisions:\n${ENTRY.trimEnd()} # none\ntitle: A\n`,
    ],
    ['under a key that has nothing', 'revisions: # none yet\ntitle: A\n', `revisions: # none yet\n${ENTRY}title: A\n`],
    [
      'at the end, where there was none',
      '# A memorandum\ntitle: A',
      `# A memorandum\ntitle: A\n\nrevisions:\n${ENTRY}`,
    ],
    ['into a file that has nothing', '', `revisions:\n${ENTRY}`],
    [
      'into a file between braces',
      '{title: A, revisions: [{what: Begun.}]}\n',
      '{ title: A, revisions: [ { date: 1970-02-03, what: Another transcription. }, { what: Begun. } ] }\n',
    ],
  ])('%s', (_, text, wanted) => {
    expect(withRevision(text, REVISION)).toBe(wanted);
  });

  it('and the day of the edition is found where it stands', () => {
    expect(dateIn('title: A\ndate: "1970-02-03" # of print\n')).toEqual({ date: '1970-02-03', start: 15, end: 27 });
    expect(dateIn('title: A\n')).toBeUndefined();
  });
});

it('a list of decisions of which none is left is an empty list', () => {
  const text = 'title: A\ndecisions: # all\n  - page: 1\n    note: So.\n  - page: 2\n    note: No.\n';
  expect(
    withChanges(text, [
      { at: 0, removed: true },
      { at: 1, shelved: 'Gone.' },
    ]),
  ).toBe('title: A\ndecisions: [] # all\n  # Gone.\n  # - page: 2\n  #   note: No.\n');
  expect(withChanges('title: A\ndecisions: []\n', [])).toBe('title: A\ndecisions: []\n');
});
