import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { checkConstraints } from '../../src/validation/constraints.js';
import { checkReferences } from '../../src/validation/references.js';
import { processor } from '../../src/xml/processor.js';
import { inRepository, readText } from '../repository.js';
import { SAMPLE, sampleWith } from '../validation/material.js';

// Four rules are checked by code, and stand in the ODD for other tools. Here they are run as those tools run them.
const BY_CODE = ['reference-resolves', 'id-is-unique', 'parts-are-chained', 'entry-is-mentioned'];

let all: object;
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'memcon-schematron-'));
  try {
    const { principalResult } = processor().transform(
      {
        stylesheetInternal: JSON.parse(readText('dist/xslt/rules.sef.json')) as object,
        sourceText: readText('schema/memcon.odd'),
        stylesheetParams: { 'left-out': '' },
        destination: 'serialized',
      },
      'sync',
    );
    const [stylesheet, compiled] = [join(folder, 'all.xsl'), join(folder, 'all.sef.json')];
    writeFileSync(stylesheet, principalResult!);
    const compiler = createRequire(import.meta.url).resolve('xslt3/xslt3.js');
    const run = spawnSync(process.execPath, [compiler, `-xsl:${stylesheet}`, `-export:${compiled}`, '-nogo']);
    expect(run.status).toBe(0);
    all = JSON.parse(readFileSync(compiled, 'utf8')) as object;
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

const CASES: [name: string, xml: string][] = [
  ['the sample as it is', SAMPLE],
  ['a reference to nothing', sampleWith('toWhom="#person.rusk"', 'toWhom="#person.rask"')],
  ['a speaker that is a place', sampleWith('toWhom="#person.rusk"', 'toWhom="#place.moscow"')],
  ['a part that points elsewhere', sampleWith('next="#turn.2.2"', 'next="#turn.1"')],
  ['a part that is silent', sampleWith(' next="#turn.2.2"', '')],
  ['an id that stands twice', sampleWith('xml:id="par.4"', 'xml:id="par.3"')],
  ['an entry that nothing mentions', sampleWith(' ref="#place.moscow"', '')],
  [
    'a witness that is a hand',
    sampleWith('wit="#frus" resp="#editor" cert="high">Vasiliy<', 'wit="#hand.approval" resp="#editor">Vasiliy<'),
  ],
];

it.each(CASES)('Schematron and memcon break the same rules: %s', (_, xml) => {
  const bySchematron = checkConstraints(xml, 'a.xml', all).map(({ rule }) => rule as string);
  const byCode = checkReferences(xml, 'a.xml').map(({ rule }) => rule as string);
  const only = (rules: readonly string[]) => [...new Set(rules)].filter((rule) => BY_CODE.includes(rule)).sort();
  expect(only(bySchematron)).toEqual(only(byCode));
});

it('the model edition keeps all of them', () => {
  const edition = readFileSync(inRepository('output/1963-01-10-rusk-kuznetsov/1963-01-10-rusk-kuznetsov.xml'), 'utf8');
  expect(checkConstraints(edition, 'a.xml', all)).toEqual([]);
});
