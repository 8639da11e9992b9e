import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, memcon, traceIn, treeOf } from '../command.js';
import { hasShared, shared, skipped } from '../repository.js';
import { holding } from './holding.js';
import { MEMO } from './material.js';

const TEI = 'xmlns="http://www.tei-c.org/ns/1.0"';
const rng = (body: string) =>
  `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">${body}</grammar>`;
const LETTER = rng(
  `<start><element name="div"><oneOrMore><ref name="p"/></oneOrMore></element></start>
  <define name="p"><element name="p"><optional><attribute name="xml:id"><data type="ID"/></attribute></optional>
  <optional><attribute name="corresp"/></optional><optional><attribute name="n"><data type="string"><param name="pattern">[0-9]+</param></data></attribute></optional>
  <choice><text/><element><choice><name>salute</name><name>signed</name></choice><text/></element></choice></element></define>`,
);
const letter = (body: string) => `<div ${TEI}>\n${body}\n</div>\n`;
const GOOD = letter('<p>Dear Mr. Chairman:</p>');
const BAD = letter('<p>Dear Mr. Chairman:</p><q/>');

const check = async (args: string, files: Files, env: Record<string, string> = {}) => {
  const folder = holding(files);
  const ran = await memcon(['check', ...args.split(' ')], folder, { env });
  expect(traceIn(ran)).toBeUndefined();
  return { ...ran, folder };
};

describe('memcon check --schema', () => {
  const files = { 'letter.rng': LETTER, 'good.xml': GOOD, 'bad.xml': BAD };

  it('checks by that schema alone: no rule of memcon’s own is asked', async () => {
    expect(await check('good.xml --schema letter.rng', files)).toMatchObject({
      status: 0,
      stdout: 'Nothing to report.\n',
      stderr: '',
    });
  });

  it('says what stands there and what may', async () => {
    const { status, stderr } = await check('bad.xml --schema letter.rng', files);
    expect(status).toBe(1);
    expect(stderr).toContain(
      'bad.xml:2:26: error: The schema has no element <q>, found in <div>. Here may stand: <p>.',
    );
  });

  it('names each of several names that may stand in one place', async () => {
    const { stderr } = await check('a.xml --schema letter.rng', {
      ...files,
      'a.xml': letter('<p><salut>x</salut></p>'),
    });
    expect(stderr).toContain('Here may stand: <salute>, <signed>.');
  });

  it('holds values against facets of XML Schema', async () => {
    const { stderr } = await check('a.xml --schema letter.rng', { ...files, 'a.xml': letter('<p n="one">x</p>') });
    expect(stderr).toContain('a.xml:2:1: error: @n of <p> may not be “one”.');
  });

  it('holds ids and references to them', async () => {
    const body = '<p xml:id="a">x</p>\n<p xml:id="a">y</p>\n<p corresp="#b">z</p>';
    const { stderr } = await check('a.xml --schema letter.rng', { ...files, 'a.xml': letter(body) });
    expect(stderr).toContain('a.xml:3:1: error: xml:id="a" stands here on <p>, and before on <p>.');
    expect(stderr).toContain('a.xml:4:1: error: @corresp of <p> points at “#b”');
  });

  it('takes a file of any name for XML', async () => {
    const { status, stderr } = await check('letter.md --schema letter.rng', { ...files, 'letter.md': BAD });
    expect({ status, first: stderr.split('\n')[0] }).toMatchObject({
      status: 1,
      first: expect.stringContaining('letter.md:2:26: error:'),
    });
  });

  it('needs files', async () => {
    const { status, stderr } = await check('--schema letter.rng', files);
    expect(status).toBe(2);
    expect(stderr).toContain('--schema needs the files to check');
  });

  it.each<[string, Files, string, RegExp]>([
    ['that is not there', {}, 'no.rng', /^no\.rng: error: “no\.rng” does not exist/],
    ['that is a folder', { 'dir/': '' }, 'dir', /^dir: error: “dir” is a folder/],
    [
      'in the compact syntax',
      { 's.rnc': 'start = element p { text }' },
      's.rnc',
      /^s\.rnc: error: .*compact syntax[\s\S]*trang/,
    ],
    [
      'in W3C XML Schema',
      { 's.xsd': '<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema"/>' },
      's.xsd',
      /^s\.xsd:1:1: error: .*<schema> of W3C XML Schema/,
    ],
    [
      'that is Schematron',
      { 's.sch': '<schema xmlns="http://purl.oclc.org/dsdl/schematron"/>' },
      's.sch',
      /Schematron/,
    ],
    ['that is an ODD', { 's.odd': `<TEI ${TEI}/>` }, 's.odd', /<TEI> of TEI, perhaps an ODD/],
    ['that is not well-formed', { 's.rng': '<grammar>\n<start>' }, 's.rng', /^s\.rng:2:\d+: error: .*<start>/],
    [
      'with a document type declaration',
      { 's.rng': '<!DOCTYPE grammar>\n<grammar/>' },
      's.rng',
      /^s\.rng:1:1: error: .*document type/,
    ],
    [
      'that names what it does not define',
      { 's.rng': rng('<start><ref name="nothing"/></start>') },
      's.rng',
      /^s\.rng: error: The schema cannot be used: .*nothing/,
    ],
    [
      'with an element that RELAX NG has not',
      { 's.rng': rng('<begin/>') },
      's.rng',
      /^s\.rng: error: The schema cannot be used/,
    ],
    [
      'with a datatype that is not known',
      { 's.rng': rng('<start><element name="p"><data type="nope"/></element></start>') },
      's.rng',
      /^s\.rng: error: .*nope/,
    ],
    [
      'that includes a missing file',
      { 's.rng': rng('<include href="part.rng"/>') },
      's.rng',
      /^part\.rng: error: “part\.rng” does not exist/,
    ],
    ['that includes itself', { 's.rng': rng('<include href="s.rng"/>') }, 's.rng', /^s\.rng: error: .*loop/],
    [
      'that includes from the web',
      { 's.rng': rng('\n<include href="https://example.org/tei.rng"/>') },
      's.rng',
      /^s\.rng:2:1: error: .*“https:\/\/example\.org\/tei\.rng”.*nothing from the network/,
    ],
    [
      'with a base on the web',
      { 's.rng': rng('<include xml:base="http://example.org/" href="tei.rng"/>') },
      's.rng',
      /^s\.rng: error: “http:\/\/example\.org\/tei\.rng”/,
    ],
    ['on the web', {}, 'https://example.org/tei.rng', /^https:.*: error: .*nothing from the network/],
    [
      'nested without end',
      { 's.rng': '<choice xmlns="http://relaxng.org/ns/structure/1.0">'.repeat(20_000) },
      's.rng',
      /^s\.rng:1:\d+: error: Elements are nested/,
    ],
  ])('refuses a schema %s with one message', async (_, more, schema, says) => {
    const { status, stderr, stdout } = await check(`good.xml bad.xml --schema ${schema}`, { ...files, ...more });
    expect(status).toBe(1);
    expect(stderr).toMatch(says);
    expect(stdout).toBe('1 error\n');
  });

  it('reads what the schema includes, and refers to, from the disk', async () => {
    const parts = {
      'schema/main.rng': rng(
        '<include href="parts/p.rng"/><start><element name="div"><ref name="p"/></element></start>',
      ),
      'schema/parts/p.rng': rng('<define name="p"><externalRef href="q.rng"/></define>'),
      'schema/parts/q.rng': `<element name="p" ns="http://www.tei-c.org/ns/1.0" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>`,
    };
    const { status, stderr } = await check('good.xml bad.xml --schema schema/main.rng', { ...files, ...parts });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^bad\.xml:2:26: error: .*<q>/);
  });
});

describe('a compiled schema is kept', () => {
  const main = rng('<include href="part.rng"/><start><ref name="root"/></start>');
  const part = (name: string) => rng(`<define name="root"><element name="${name}"><text/></element></define>`);

  it('and used for as long as the schema and what it includes are the same', async () => {
    const folder = holding({ 's.rng': main, 'part.rng': part('p'), 'a.xml': `<p ${TEI}/>`, 'cache/': '' });
    const run = () => memcon(['check', 'a.xml', '--schema', 's.rng'], folder, { env: { MEMCON_CACHE: 'cache' } });
    const kept = () => [...treeOf(join(folder, 'cache')).values()];
    expect((await run()).status).toBe(0);
    const [first, ...others] = kept();
    expect(others).toEqual([]);
    expect((await run()).status).toBe(0);
    expect(kept()).toEqual([first]);
    const changed = holding({ 's.rng': main, 'part.rng': part('ab'), 'a.xml': `<p ${TEI}/>` });
    const ran = await memcon(['check', 'a.xml', '--schema', 's.rng'], changed, {
      env: { MEMCON_CACHE: join(folder, 'cache') },
    });
    expect(ran.stderr).toContain('Here may stand: <ab>');
  });

  it('is passed over where it was damaged', async () => {
    const folder = holding({
      's.rng': part('p').replace('<define name="root">', '<start>').replace('</define>', '</start>'),
      'a.xml': `<p ${TEI}/>`,
    });
    const env = { MEMCON_CACHE: join(folder, 'cache') };
    expect((await memcon(['check', 'a.xml', '--schema', 's.rng'], folder, { env })).status).toBe(0);
    const [entry] = [...treeOf(join(folder, 'cache')).keys()];
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder, 'cache', entry!), 'nonsense');
    expect(await memcon(['check', 'a.xml', '--schema', 's.rng'], folder, { env })).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect([...treeOf(join(folder, 'cache')).values()][0]).not.toBe('nonsense');
  });
});

it.skipIf(skipped(hasShared('schema/tei_all.rng'), 'The whole of TEI', 'Lay tei_all.rng at ../shared/schema/.'))(
  'the whole of TEI can be the schema',
  async () => {
    const tei = (text: string) =>
      `<TEI ${TEI}><teiHeader><fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body>${text}</body></text></TEI>`;
    const { status, stderr } = await check(`good.xml bad.xml --schema ${shared('schema/tei_all.rng')}`, {
      'good.xml': tei('<lg><l>x</l></lg><p><date when="1963-01-10">then</date></p>'),
      'bad.xml': tei('<p><date when="10 January">then</date></p><lg><p>x</p></lg>'),
    });
    expect(status).toBe(1);
    expect(stderr.split('\n').filter((line) => / error: /.test(line))).toEqual([
      expect.stringMatching(/^bad\.xml:1:\d+: error: @when of <date> may not be “10 January”/),
      expect.stringMatching(
        /^bad\.xml:1:\d+: error: <p> may not stand here in <lg>\. Here may stand: <\w+>, .* more\.$/,
      ),
    ]);
  },
);

describe('forms of the messages', () => {
  const files = { 'letter.rng': LETTER, 'sub folder/bad.xml': BAD, 'good.xml': GOOD };
  const inForm = async (form: string) => {
    const folder = holding(files);
    return memcon(
      ['check', 'good.xml', 'sub folder/bad.xml', 'no.xml', '--schema', 'letter.rng', ...form.split(' ')],
      folder,
    );
  };

  it.each(['--sarif', '--format sarif'])('%s: a log with relative, encoded addresses', async (form) => {
    const { status, stdout, stderr } = await inForm(form);
    const { version, runs } = JSON.parse(stdout) as ReturnType<typeof import('../../src/messages/sarif.js').sarifLog>;
    expect({ status, stderr, version }).toEqual({ status: 1, stderr: '', version: '2.1.0' });
    expect(
      runs[0]!.results.map(({ ruleId, locations }) => [ruleId, locations?.[0]?.physicalLocation.artifactLocation.uri]),
    ).toEqual([
      ['file-is-found', 'no.xml'],
      ['grammar-holds', 'sub%20folder/bad.xml'],
    ]);
  });

  it.each(['--json', '--format json', '--format=json --json'])('%s: one object', async (form) => {
    const { status, stdout, stderr } = await inForm(form);
    expect(JSON.parse(stdout)).toMatchObject({ messages: [{ rule: 'file-is-found' }, { rule: 'grammar-holds' }] });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it('--format jing: a line each, and nothing else', async () => {
    const { status, stdout, stderr } = await inForm('--format jing');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^no\.xml: error: /),
      expect.stringMatching(/^sub folder\/bad\.xml:2:26: error: The schema has no element <q>/),
    ]);
  });

  it('--format jing prints nothing for a file in order', async () => {
    const ran = await memcon(['check', 'good.xml', '--schema', 'letter.rng', '--format', 'jing'], holding(files));
    expect(ran).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('--format text is what is printed without it', async () => {
    expect(await inForm('--format text')).toEqual(await inForm('--format=text'));
    expect((await inForm('--format text')).stdout).toBe('2 errors\n');
  });

  it.each(['--json --sarif', '--sarif --format jing', '--json --format text', '--format xml'])(
    '%s is wrong use',
    async (form) => {
      const { status, stdout, stderr } = await inForm(form);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain('error: ');
    },
  );

  it('a failure before the check has its form, too', async () => {
    const folder = holding(files);
    const ran = await memcon(['check', 'good.xml', '--sarif'], folder, { env: { SOURCE_DATE_EPOCH: 'yesterday' } });
    expect(ran.status).toBe(2);
    expect(JSON.parse(ran.stdout)).toMatchObject({ runs: [{ results: [{ ruleId: 'run-date-is-readable' }] }] });
  });
});

describe('several files', () => {
  it('are each checked and reported, whatever becomes of the others', async () => {
    const files = {
      'letter.rng': LETTER,
      'a/x.xml': BAD,
      'b/x.xml': BAD,
      'empty.xml': '',
      'folder.xml/': '',
      'latin.xml': Buffer.from(GOOD.replace('Dear', 'D\xe9ar'), 'latin1'),
    };
    const { status, stderr, stdout } = await check(
      'a/x.xml no.xml empty.xml folder.xml latin.xml b/x.xml ./a/x.xml --schema letter.rng',
      files,
    );
    const lines = stderr.split('\n').filter((line) => / error: /.test(line));
    expect(lines.map((line) => line.split(': ')[0]).sort()).toEqual(
      ['a/x.xml:2:26', 'b/x.xml:2:26', 'empty.xml', 'folder.xml', 'latin.xml:2:5', 'no.xml'].sort(),
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '6 errors\n' });
  });

  it('editions, too: one that is missing does not keep the others back', async () => {
    const { status, stderr, stdout } = await check('one/memo.md no.md two/memo.md', {
      'one/memo.md': MEMO,
      'two/memo.md': 'Mr. Rusk\0 said\n',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('“no.md” does not exist');
    expect(stderr).toContain('two/memo.md:1:9: error:');
    expect(stdout).toBe('2 errors\n');
  });
});

describe('the TEI file of an edition in the workspace', () => {
  const REFUSING = rng(`<start><ref name="any"/></start><define name="any">
    <element><anyName><except><name>said</name></except></anyName>
    <zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore></element></define>`);
  const files = { 'editions/memcon.yaml': 'title: One\n', 'editions/one/transcription.md': MEMO, 's.rng': REFUSING };
  const built = async () => {
    const folder = holding(files);
    expect((await memcon(['build', '--quiet'], folder)).status).toBe(0);
    return folder;
  };

  it('leads to the transcription where it is as it was built', async () => {
    const folder = await built();
    const { messages } = JSON.parse(
      (await memcon(['check', 'output/one/one.xml', '--schema', 's.rng', '--json'], folder)).stdout,
    ) as { messages: { rule: string; words: string; related?: { file: string; place?: object }[] }[] };
    expect(messages.map(({ rule }) => rule)).not.toContain('edition-is-as-built');
    const placed = messages.flatMap(({ related = [] }) => related);
    expect(placed.map(({ file }) => file)).toContain('editions/one/transcription.md');
    expect(placed[0]).toMatchObject({ place: { start: { line: expect.any(Number) } } });
  });

  it('is found from another folder, too', async () => {
    const folder = await built();
    const ran = await memcon(['check', 'output/one/one.xml', '--schema', 's.rng'], folder);
    const elsewhere = await memcon(['check', 'one.xml', '--schema', '../../s.rng'], join(folder, 'output/one'));
    expect(elsewhere.status).toBe(1);
    expect(elsewhere.stderr).toContain('../../editions/one/transcription.md:');
    expect(ran.stderr).toContain('    editions/one/transcription.md:');
  });

  it('is said not to be as built where it is not', async () => {
    const folder = await built();
    const { readFileSync, writeFileSync } = await import('node:fs');
    const path = join(folder, 'output/one/one.xml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('not the heart', 'the heart'));
    const { stderr } = await memcon(['check', 'output/one/one.xml', '--schema', 's.rng'], folder);
    expect(stderr).toContain('[edition-is-as-built]');
    expect(stderr).toContain('    editions/one/transcription.md: The edition is made from here.');
    expect(stderr).not.toContain('It comes from here.');
  });
});
