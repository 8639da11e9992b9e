import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammar } from '../../src/validation/grammar.js';
import { validate } from '../../src/validation/validate.js';
import { constraintsOfTheProject, grammarOfTheProject } from './material.js';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await grammarOfTheProject();
});

const constraints = constraintsOfTheProject();
const check = (xml: string) => validate(xml, { file: 'volume.xml', grammar, constraints }).messages;

/** A document as the printed series encodes it. */
const DOCUMENT = `<div xmlns="http://www.tei-c.org/ns/1.0" type="document" xml:id="d1" n="1">
<head>1. Memorandum of Conversation<note n="1" xml:id="d1fn1" type="source">Source: Department of State. Drafted by <persName corresp="#p_GJC1">Guthrie</persName>.</note></head>
<dateline><placeName>Washington</placeName>, <date when="1963-01-10T12:00:00">January 10, 1963, noon.</date></dateline>
<p><persName corresp="#p_KVV1">Kuznetsov</persName> thanked the Secretary; the <gloss target="#t_UN1">UN</gloss> was not named. <persName corresp="#p_KVV1">Kuznetsov</persName> went on.</p>
</div>`;

const volume = (document: string) => `<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>A volume</title></titleStmt><publicationStmt><publisher>Office of the Historian</publisher></publicationStmt><sourceDesc><p>Archives.</p></sourceDesc></fileDesc></teiHeader>
<text><body>${document}</body></text></TEI>`;

describe('TEI of another project', () => {
  it('that is a part of a file is named as one, and nothing else is said of it', () => {
    expect(check(DOCUMENT)).toMatchObject([
      {
        rule: 'grammar-holds',
        place: { start: { line: 1, column: 1 } },
        reason: expect.stringContaining('The root of the file is <div>, not <TEI>'),
      },
    ]);
  });

  it('that is a collection is to be divided', () => {
    const [found, ...more] = check('<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></teiCorpus>');
    expect(more).toEqual([]);
    expect(found?.advice).toBe('Write each <TEI> of the collection into a file of its own.');
  });

  it('that is no TEI at all is named as what it is', () => {
    const [found, ...more] = check('<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Words.</p></body></html>');
    expect(more).toEqual([]);
    expect(found?.reason).toContain('<html> is not in the TEI namespace, but in “http://www.w3.org/1999/xhtml”');
  });

  it('gets one message for each thing that is done otherwise there', () => {
    const said = check(volume(DOCUMENT)).map(({ reason, advice }) => `${reason.split('.')[0]} → ${advice}`);
    expect(said).toEqual([
      '@type of <div> may not be “document” → Write type="memorandum".',
      '@type of <note> may not be “source” → Write type="commentary".',
      '<dateline> may not stand here in <div> → Put it into <opener>: write <opener><dateline>…</dateline></opener>.',
      'The schema has no element <gloss>, found in <p> → Write <term>, without @target.',
      ...['GJC1', 'KVV1'].map(
        (id) =>
          `@corresp of <persName> points at “#p_${id}”, and nothing in the file has this id → Add <person xml:id="p_${id}"><persName>…</persName></person> to <listPerson>, or take the reference out.`,
      ),
      '@target of <gloss> points at “#t_UN1”, and nothing in the file has this id → Add the entry with this id, or take the reference out.',
    ]);
  });

  it('gets one message for all references to somebody missing', () => {
    const [found] = check(volume(DOCUMENT)).filter(({ words }) => words === 'corresp="#p_KVV1"');
    expect(found?.reason).toContain('2 references point there.');
  });
});
