import { beforeAll, describe, expect, it } from 'vitest';
import { compileGrammar } from '../../src/validation/compile-grammar.js';
import { checkGrammar, type Grammar, loadGrammar } from '../../src/validation/grammar.js';
import { readText } from '../repository.js';
import { xpathOf } from '../xpath.js';

const ODD = readText('schema/memcon.odd');
const RNG = readText('schema/memcon.rng');
const TEI = 'http://www.tei-c.org/ns/1.0';

const namesIn = (rng: string, kind: 'element' | 'attribute'): Set<string> =>
  new Set([...rng.matchAll(new RegExp(`<${kind} name="([^"]+)"`, 'g'))].map((found) => found[1]!));
const elements = namesIn(RNG, 'element');
const attributes = namesIn(RNG, 'attribute');

/** The grammar with a start of its own: `egXML` that holds whole elements of the schema, any of them, and no words. */
const examplesGrammar = (): string => {
  const any = [...elements].map((name) => `<ref name="${name}"/>`).join('');
  const start = `<start><element name="egXML"><oneOrMore><choice>${any}</choice></oneOrMore></element></start>`;
  return RNG.replace(/<start>[\s\S]*?<\/start>/, start);
};

interface Example {
  xml: string;
  line: number;
}

/** Examples that are said to be valid, in TEI's namespace; lines are those of the ODD. */
const validExamples = (): Example[] =>
  [...ODD.matchAll(/<egXML\b[^>]*\bvalid="true"[^>]*>([\s\S]*?)<\/egXML>/g)].map((found) => ({
    xml: `<egXML xmlns="${TEI}">${found[1]}</egXML>`,
    line: ODD.slice(0, found.index).split('\n').length,
  }));

let ask: (expression: string) => string[];
let grammar: Grammar;
beforeAll(async () => {
  ask = await xpathOf(ODD);
  const compiled = await compileGrammar(new URL(`data:application/xml,${encodeURIComponent(examplesGrammar())}`));
  grammar = loadGrammar(compiled);
});

const faults = ({ xml, line }: Example): string[] =>
  checkGrammar(xml, 'memcon.odd', grammar).map(
    ({ reason, place }) => `${line + (place?.start.line ?? 1) - 1}: ${reason}`,
  );

describe('the examples of the guidelines', () => {
  it('keep to the schema where they are said to be valid', () => {
    const examples = validExamples();
    expect(examples.length).toBe(ODD.split('valid="true"').length - 1);
    expect(examples.flatMap(faults)).toEqual([]);
  });

  it.each([
    ['a value that is not in its list', '<fw type="catchword">important</fw>'],
    ['words outside any element', 'Kuznetsov <said direct="false">replied</said>'],
    ['an element where it may not stand', '<list><p>U.S.</p></list>'],
  ])('would not pass with %s', (_, fragment) => {
    expect(faults({ xml: `<egXML xmlns="${TEI}">${fragment}</egXML>`, line: 1 })).not.toEqual([]);
  });

  it('show every element at work', () => {
    expect(ask('//elementSpec/@ident').sort()).toEqual([...elements].sort());
    const missing = 'for $spec in //elementSpec return $spec[not(exemplum//*[local-name() = $spec/@ident])]/@ident';
    expect(ask(missing)).toEqual([]);
  });
});

describe('the prose of the guidelines', () => {
  const prose = (what: string) => ask(`distinct-values(//body//${what})`);

  it('names no element that the schema has not, but those listed as unused', () => {
    const unused = ask('id("schema.unused")//row/cell[1]/gi');
    expect(unused.length).toBeGreaterThan(0);
    expect(unused.filter((name) => elements.has(name))).toEqual([]);
    expect(prose('gi').filter((name) => !elements.has(name) && !unused.includes(name))).toEqual([]);
    expect(prose('tag').filter((tag) => !elements.has(tag.split(/\s/)[0]!))).toEqual([]);
  });

  it('names no attribute that the schema has not', () => {
    expect(prose('att').filter((name) => !attributes.has(name))).toEqual([]);
  });

  it('gives attributes in code and tags the values that the schema admits', () => {
    const given = [...prose('tag'), ...prose('code')].flatMap((words) => [...words.matchAll(/([\w:]+)="([^"]*)"/g)]);
    const closed = ask('//attDef[valList/@type = "closed"]/@ident');
    const values = (name: string) => ask(`//attDef[@ident = "${name}"]/valList/valItem/@ident`);
    expect(given.filter(([, name]) => !attributes.has(name!)).map(([words]) => words)).toEqual([]);
    const strange = given.filter(([, name, value]) => closed.includes(name!) && !values(name!).includes(value!));
    expect(strange.map(([words]) => words)).toEqual([]);
  });

  it('refers to chapters and sections that are there', () => {
    expect(prose('ref/@target').filter((target) => ask(`id("${target.slice(1)}")/head`).length !== 1)).toEqual([]);
  });

  it('is written to the end', () => {
    expect(
      ask('//div[@xml:id][not(head and (./p or ./div or ./table))]/@xml:id').filter(
        (id) => !/elements|specific/.test(id),
      ),
    ).toEqual([]);
    expect(ODD).not.toContain('TODO');
  });
});
