import { describe, expect, it } from 'vitest';
import { checkIds } from '../../src/validation/ids.js';

const tei = (body: string, attributes = '') =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" ${attributes}><text><body>${body}</body></text></TEI>`;
const rulesOf = (xml: string) => checkIds(xml, 'a.xml').map(({ rule }) => rule);

describe('ids and references of any TEI', () => {
  it('are in order where each id stands once and each reference arrives', () => {
    expect(rulesOf(tei('<p xml:id="a" corresp="#b #a">x</p><p xml:id="b">y</p>'))).toEqual([]);
  });

  it('a repeated id is told with the place of the first', () => {
    const xml = tei('<p xml:id="a">x</p>\n<ab xml:id="a">y</ab>');
    expect(checkIds(xml, 'a.xml')).toMatchObject([
      {
        rule: 'id-is-unique',
        reason: 'xml:id="a" stands here on <ab>, and before on <p>.',
        place: { start: { line: 2, column: 1 } },
        related: [{ place: { start: { line: 1 } } }],
      },
    ]);
  });

  it('a reference to an id that is not there is told, with the nearest one', () => {
    expect(checkIds(tei('<p xml:id="rusk"><name ana="#rusc">x</name></p>'), 'a.xml')).toMatchObject([
      {
        rule: 'reference-resolves',
        words: '<name ana="#rusc">',
        advice: 'Write #rusk if that is meant, or add what it points at.',
      },
    ]);
  });

  it.each([
    ['a file', 'target="persons.xml#rusk"'],
    ['the web', 'target="https://example.org/#rusk"'],
    ['a prefix', 'target="psn:rusk"'],
    ['a scheme of XPointer', 'target="#xpath(//p[1])"'],
    ['nothing but a sign', 'target="#"'],
  ])('a reference to %s is not followed', (_, attribute) => {
    expect(rulesOf(tei(`<ref ${attribute}>x</ref>`))).toEqual([]);
  });

  it('a word that begins so in an attribute of another kind is no reference', () => {
    expect(rulesOf(tei('<p n="#1" rend="color:#fff">x</p>'))).toEqual([]);
    expect(rulesOf(tei('<a xmlns="http://www.w3.org/1999/xhtml" target="#x">x</a>'))).toEqual([]);
  });

  it('references under an xml:base lead elsewhere; behind it they do not', () => {
    expect(rulesOf(tei('<div xml:base="b.xml"><ptr target="#x"/></div><ptr target="#y"/>'))).toEqual([
      'reference-resolves',
    ]);
    expect(rulesOf(tei('<ptr target="#x"/>', 'xml:base="b.xml"'))).toEqual([]);
  });

  it('references of a file that includes others may arrive there', () => {
    const include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="b.xml"/>';
    expect(rulesOf(tei(`<ptr target="#x"/>${include}`))).toEqual([]);
    expect(rulesOf(tei(`<p xml:id="a"/><p xml:id="a"/>${include}`))).toEqual(['id-is-unique']);
  });

  it('of a million references in one attribute a hundred are told, at once', () => {
    const words = Array.from({ length: 1_000_000 }, (_, i) => `#x${i}`).join(' ');
    const begun = performance.now();
    const found = checkIds(tei(`<p corresp="${words}">x</p>`), 'a.xml');
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toMatchObject({
      rule: 'findings-are-all-listed',
      reason: expect.stringContaining('999,900 more'),
    });
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
