import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationTrees, declaredIn } from '../../src/citation/declaration.js';
import { publishedElsewhere } from '../../src/citation/elsewhere.js';
import { resolve } from '../../src/citation/resolve.js';
import { teiTree } from '../../src/citation/tree.js';
import { citableEdition, sha256Of } from '../../src/citation/units.js';
import { normalized } from '../../src/citation/wording.js';
import { receive } from '../../src/sources/receive.js';
import { buildReceived, buildText } from '../building.js';
import { SEED } from '../properties/generators.js';
import { inRepository } from '../repository.js';
import { xpathOf } from '../xpath.js';
import { FLAGSHIP, flagship, flagshipTei, talk } from './material.js';

/** Two pages as OCR gives them, each line with its place on the image. */
const scanned = (): string => {
  const folder = 'tests/fixtures/sources/typed-page';
  const files = ['page-1.hocr', 'page-2.hocr'].map((name) => `${folder}/${name}`);
  const received = files.map((file) => ({ file, bytes: readFileSync(inRepository(file)) }));
  return buildReceived(receive(received, folder)).tei!;
};

const EDITIONS: Record<string, () => string> = {
  flagship: flagshipTei,
  'president-and-chancellor-with-advisers': () => talk('president-and-chancellor-with-advisers'),
  'three-sides': () => talk('three-sides'),
  'numbered-paragraphs': () => talk('numbered-paragraphs'),
  'a scan with lines': scanned,
};

describe.each(Object.entries(EDITIONS))('%s', (name, tei) => {
  it('every reference of every passage leads back to it', () => {
    const edition = citableEdition(`${name}.xml`, tei());
    expect(edition.units.length).toBeGreaterThan(5);
    for (const unit of edition.units) {
      expect(unit.references.length).toBeGreaterThan(0);
      const ids = unit.id !== undefined && unit.kind !== 'document' && unit.kind !== 'part' ? [unit.id] : [];
      for (const reference of [...unit.references, ...ids]) {
        const resolved = resolve([edition], reference);
        expect([reference, resolved.kind]).toEqual([reference, 'one']);
        if (resolved.kind === 'one') expect(resolved.found.unit).toBe(unit);
      }
    }
  });

  it('the XPaths of the header, asked of another processor, give the same passages, names and titles', async () => {
    const xml = tei();
    const ask = await xpathOf(xml);
    const root = teiTree('edition.xml', xml);
    const edition = citableEdition('edition.xml', xml);
    const expected: { unit: string; reference: string; title: string }[] = [];
    const paths = structures(root);
    for (const { unit, chain, title } of paths) {
      const binds = chain.map(({ match }, n) => `$s${n} in ${n === 0 ? '' : `$s${n - 1}/`}(${match})`).join(', ');
      const names = chain.map(({ use, delim }, n) => `'${delim}' || $s${n}/(${use})`).join(' || ');
      const last = `$s${chain.length - 1}`;
      for (const found of ask(`for ${binds} return (${names}) || '\t' || ${last}/(${title})`)) {
        const [reference = '', called = ''] = found.split('\t');
        expected.push({ unit, reference, title: called });
      }
    }
    const own = declaredIn(root, citationTrees(root)).map(({ unit, reference }) => ({
      unit,
      reference,
      title: edition.byReference.get(reference)!.label,
    }));
    const sorted = (all: typeof own) => all.map((one) => Object.values(one).join(' ')).sort();
    expect(sorted(own)).toEqual(sorted(expected));
    expect(own.length).toBeGreaterThan(5);
  });
});

interface Structure {
  unit: string;
  chain: { match: string; use: string; delim: string }[];
  title: string;
}

/** Each step of the header, with those around it. */
function structures(root: ReturnType<typeof teiTree>): Structure[] {
  const found: Structure[] = [];
  const walk = (element: ReturnType<typeof teiTree>, chain: Structure['chain']) => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const attribute = (name: string) => child.attributes.get(name) ?? '';
      if (child.name !== 'citeStructure') {
        walk(child, chain);
        continue;
      }
      const own = [...chain, { match: attribute('match'), use: attribute('use'), delim: attribute('delim') }];
      const data = child.children.find(
        (inner) => typeof inner !== 'string' && inner.attributes.get('property') === 'http://purl.org/dc/terms/title',
      );
      found.push({ unit: attribute('unit'), chain: own, title: (data as typeof child).attributes.get('use')! });
      walk(child, own);
    }
  };
  walk(root, []);
  return found;
}

describe('among several editions', () => {
  const others = ['three-sides', 'numbered-paragraphs'].map((name) => citableEdition(`${name}.xml`, talk(name)));
  const all = [...others, flagship()];
  const meant = (reference: string) => {
    const resolved = resolve(all, reference);
    const found = resolved.kind === 'one' ? [resolved.found] : resolved.kind === 'many' ? resolved.candidates : [];
    return found.map(({ edition, unit }) => `${edition.record.name}#${unit.references[0]}`);
  };

  it('who speaks there comes before words that name him elsewhere', () => {
    expect(meant('p. 3, Kuznetsov')).toEqual([`${FLAGSHIP}#turn.5`]);
  });

  it('no turn is counted on a page, as paragraphs are', () => {
    expect(meant('turn 1, p. 4')).toEqual([]);
  });

  it('the DOI of one means that', () => {
    const [first] = others;
    const published = { ...first!, record: { ...first!.record, doi: '10.5555/memcon.1' } };
    for (const reference of ['https://doi.org/10.5555/memcon.1', 'doi:10.5555/memcon.1', '10.5555/memcon.1']) {
      const resolved = resolve([flagship(), published], reference);
      expect(resolved.kind === 'one' && resolved.found.edition).toBe(published);
    }
  });
});

describe('an address', () => {
  const at = 'https://memcon.example/talks/memo/index.html';
  it.each([
    ['of the edition', 'https://memcon.example/talks/memo/index.html#turn.3', at],
    ['without its file', 'https://memcon.example/talks/memo', at],
    ['of another view, before the server had https', 'http://memcon.example/talks/memo/diplomatic.html#fw.1', at],
    ['of a release', 'https://memcon.example/talks/memo/v1.0.0/index.html#turn.3', at],
    ['asked of a release', 'https://memcon.example/talks/memo/index.html', at.replace('memo/', 'memo/v1.0.0/')],
    ['of a preview', 'http://localhost:8080/memo/index.html#turn.3', at],
    ['of an edition without an address', 'https://memcon.example/others/memo/', undefined],
    ['that is none', 'turn.3', at],
  ])('%s is the edition’s', (_, reference, address) => {
    expect(publishedElsewhere(reference, address === undefined ? {} : { address })).toBeUndefined();
  });

  it.each([
    ['on another host', 'https://elsewhere.example/talks/memo/index.html#turn.3'],
    ['in another folder', 'https://memcon.example/others/memo/index.html'],
    ['of a name that only begins so', 'https://memcon.example/talks/memo-2/index.html'],
  ])('%s is not', (_, reference) => {
    expect(publishedElsewhere(reference, { address: at })).toBe('https://memcon.example/talks/memo/');
  });
});

describe('a reference in the words of people', () => {
  const edition = flagship();
  const meant = (reference: string): string | string[] => {
    const resolved = resolve([edition], reference);
    if (resolved.kind === 'one') return resolved.found.unit.references[0]!;
    const others = resolved.kind === 'many' ? resolved.candidates : resolved.nearest;
    return [resolved.kind, ...others.map(({ unit }) => unit.references[0]!)];
  };

  it.each([
    ['turn.3', 'turn.3'],
    ['turn.3.2', 'par.2/turn.3.2'],
    [`${FLAGSHIP}#turn.3`, 'turn.3'],
    [`https://memcon.example/a/${FLAGSHIP}/index.html#turn.3`, 'turn.3'],
    [`../${FLAGSHIP}/diplomatic.html#fw.3`, 'fw.3'],
    [`${FLAGSHIP}/${FLAGSHIP}.xml#par.2`, 'par.2'],
    [FLAGSHIP, FLAGSHIP],
    ['p. 3', 'p.3'],
    ['page 3', 'p.3'],
    ['p. 3, Kuznetsov', 'turn.5'],
    ['p. 3, Vasiliy V. Kuznetsov', 'turn.5'],
    ['p. 3, Kuznetsof', 'turn.5'],
    ['p. 4, Kuznetsov', 'turn.7'],
    ['p. 3 Kuznetsov', 'turn.5'],
    ['page 3, the Secretary', ['many', 'turn.4', 'turn.6']],
    ['Turn.5', 'turn.5'],
    [`${FLAGSHIP}#p. 3, Kuznetsov`, 'turn.5'],
    [`${FLAGSHIP}#sincere efforts to reach agreement`, 'turn.3'],
    [`https://memcon.example/a/${FLAGSHIP}/cite.html#turn.3`, 'turn.3'],
    [`https://memcon.example/a/${FLAGSHIP}/v1.0.0/parallel.html#turn.3`, 'turn.3'],
    ['“a solution to the crisis,”', 'turn.3'],
    ['p. 2, par. 4', 'par.4'],
    ['p. 3, ¶ 1', 'par.5'],
    ['turn 5', 'turn.5'],
    ['pp. 1–2, turn 3', 'turn.3'],
    ['reading 10', 'rd.10'],
    ['Kuznetsov thanked the Secretary', 'turn.1'],
    ['“Kuznetsov thanked the Secretary”', 'turn.1'],
    ['Kuznetsof thankd the Secretary for the oportunity', 'turn.1'],
    ['p. 1, “the joint letter”', 'turn.1'],
    ['p. 1, agreement', ['many', 'turn.2', 'turn.3']],
    ['p. 2, agreement', 'turn.3'],
    ['Declassified for Publication in Foreign Relations of the United States', ['many', 'fw.9', 'fw.16', 'fw.31']],
    ['the President', ['many', 'turn.1', 'turn.2', 'turn.3', 'turn.4', 'turn.6']],
    ['turn.99', ['none', 'turn.1', 'turn.2', 'turn.3']],
    ['another-edition#turn.3', ['none']],
  ])('%s', (reference, expected) => {
    expect(meant(reference)).toEqual(expected);
  });

  it('many words with a slip are found as well', () => {
    const words = edition.byReference.get('turn.5')!.words.split(' ').slice(0, 60);
    words[3] = 'weather';
    expect(meant(words.join(' '))).toBe('turn.5');
  });

  it.each([
    ['p. 99', 'The edition has no page 99; its pages are 1–4.'],
    ['turn 99', 'The edition has no turn 99; its turns are 1–7.'],
    ['turn.99', 'The edition has turn.1 to turn.7.'],
    ['fn.2', 'The edition has no footnotes.'],
    ['footnote 2', 'The edition has no footnotes.'],
    ['p. 2, turn 7', 'Its turn 7 is not on p. 2.'],
    ['pp. 2-3', 'Pp. 2–3 are several passages: cite one page, or what stands on both, such as “pp. 2–3, turn 4”.'],
    [
      'p. 4, sincere efforts to reach agreement',
      '“sincere efforts to reach agreement” does not stand on p. 4, and nobody of that name speaks there; those who do are Kuznetsov.',
    ],
    ['p. 4, Rusk', 'Rusk does not speak on p. 4; those who do are Kuznetsov.'],
    [
      'p. 3, Molotov',
      '“Molotov” does not stand on p. 3, and nobody of that name speaks there; those who do are Rusk, Kuznetsov.',
    ],
    ['turn 3, line 2', undefined],
    ['words that nobody said', undefined],
  ])('“%s” is none, and is told why', (reference, lack) => {
    const resolved = resolve([edition], reference);
    expect(resolved.kind === 'none' && resolved.lack).toBe(lack);
  });

  it.each(['', ' ', '#', '(((', 'p. ', '__proto__', '%E0%A4%A', '“”'])('“%s” is none', (reference) => {
    expect(resolve([edition], reference)).toMatchObject({ kind: 'none' });
  });

  it('words on one page of a turn over two are cited with that page', () => {
    const resolved = resolve([edition], 'a solution to the crisis');
    expect(resolved).toMatchObject({ kind: 'one', found: { pages: ['1'], unit: { pages: ['1', '2'] } } });
  });

  it('over several editions, the name of one tells which is meant', () => {
    const other = citableEdition('other.xml', talk('three-sides'));
    expect(resolve([edition, other], 'turn.1').kind).toBe('many');
    expect(resolve([edition, other], `${other.record.name}#turn.1`)).toMatchObject({
      kind: 'one',
      found: { edition: other },
    });
  });
});

describe('a line of a scan', () => {
  it('is known by its number on the page, and reaches to the next one', () => {
    const edition = citableEdition('scan.xml', scanned());
    const lines = edition.units.filter(({ kind }) => kind === 'line');
    expect(new Set(lines.map(({ pages }) => pages[0]))).toEqual(new Set(['1', '2']));
    for (const line of lines) expect(line.words).not.toBe('');
    const resolved = resolve([edition], `p. 2, ${lines.at(-1)!.label}`);
    expect(resolved.kind === 'one' && resolved.found.unit).toBe(lines.at(-1));
  });
});

describe('the words of a passage', () => {
  it('are those that are read: a mended name, no furniture, one turn over all its parts', () => {
    const { byReference } = flagship();
    const turn = byReference.get('turn.3')!;
    expect(turn.words).toContain('This very important circumstance had been noted in Moscow.');
    expect(turn.words).toContain('Looking back to the end of October, Kuznetsov continued');
    expect(turn.words).not.toMatch(/SECRET|CU-106|Khrushchev said that he wished/);
    expect(turn).toMatchObject({ pages: ['1', '2'], paragraphs: ['1', '2', '3'] });
    expect(turn.speakers.map(({ name }) => name)).toEqual(['Vasiliy Vasilyevich Kuznetsov']);
    expect(byReference.get('rd.10')).toMatchObject({ words: 'Kuznetsov', transcribed: 'Khrushchev', pages: ['2'] });
    expect(byReference.get('fw.5')).toMatchObject({ words: 'important', speakers: [], paragraphs: [] });
  });
});

const SENTENCES = [
  'Kuznetsov said that he wished to go on.',
  'The Secretary replied that this was so.',
  'He added that the talks had been long.',
  'Nothing was decided on that day.',
  'The Secretary remarked on the weather.',
];
const FORM = 'Memorandum of Conversation\n\nPARTICIPANTS:\n\nThe Secretary\nVasily Kuznetsov\n\n';

it('every id of a talk resolves to its own words', () => {
  const paragraph = fc.array(fc.nat(SENTENCES.length - 1), { minLength: 1, maxLength: 3 });
  const breaks = fc.boolean();
  const memo = fc.array(fc.tuple(paragraph, breaks), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(memo, (paragraphs) => {
      let page = 1;
      const body = paragraphs.map(([sentences, breaksHere]) => {
        const words = sentences.map((n) => SENTENCES[n]!).join(' ');
        return breaksHere ? `${words}\n\n<!-- page ${++page} -->` : words;
      });
      const tei = buildText(`${FORM}${body.join('\n\n')}\n`).tei!;
      const edition = citableEdition('memo.xml', tei);
      const ids = [...tei.matchAll(/<(?:p|said)\b[^>]*? xml:id="([^"]+)"/g)].map(([, id]) => id!);
      expect(ids.length).toBeGreaterThan(0);
      for (const id of ids) {
        const resolved = resolve([edition], id);
        if (resolved.kind !== 'one') throw new Error(`${id}: ${resolved.kind}`);
        const { unit } = resolved.found;
        expect(unit.words).toBe(wordsOfId(tei, id, !id.includes('.', id.indexOf('.') + 1)));
        expect(unit.sha256).toBe(sha256Of(unit.words));
      }
    }),
    { seed: SEED, numRuns: 40 },
  );
});

/** The words below an element, told from the text of the file; of a turn, with its later parts. */
function wordsOfId(tei: string, id: string, withParts: boolean): string {
  const found = new RegExp(`<(p|said)\\b[^>]*? xml:id="${id.replaceAll('.', '\\.')}"[^>]*>(.*?)</\\1>`, 's').exec(tei)!;
  const next = /^<said[^>]*? next="#([^"]+)"/.exec(found[0])?.[1];
  const own = found[2]!.replace(/<(fw|note|expan|rdg)\b.*?<\/\1>/gs, '').replace(/<[^>]+>|<\?.*?\?>/gs, '');
  return normalized(withParts && next !== undefined ? `${own} ${wordsOfId(tei, next, true)}` : own);
}
