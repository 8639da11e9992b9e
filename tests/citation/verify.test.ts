import { describe, expect, it } from 'vitest';
import { cslItemOf } from '../../src/citation/csl-item.js';
import { type Citation, citationsIn, contradictionIn } from '../../src/citation/given.js';
import { resolve } from '../../src/citation/resolve.js';
import { citableEdition } from '../../src/citation/units.js';
import { differenceOf, verify } from '../../src/citation/verify.js';
import { flagshipTei, published, publishedTei } from './material.js';

const edition = published();
const cited = (reference: string) => {
  const resolved = resolve([edition], reference);
  if (resolved.kind !== 'one') throw new Error(reference);
  return cslItemOf(edition.record, resolved.found.unit, resolved.found);
};
const citation = (reference: string): Citation => citationsIn([cited(reference)])![0]!;
const editedBy = (change: (tei: string) => string) => citableEdition('later.xml', change(flagshipTei()));
const place = (unit: { references: readonly string[] } | undefined) => unit?.references[0];

describe('a citation', () => {
  it('of every passage stands in the edition it was taken from', () => {
    for (const unit of edition.units) {
      const [one] = citationsIn(JSON.parse(JSON.stringify([cslItemOf(edition.record, unit)])))!;
      expect(verify(edition, one!)).toMatchObject({ kind: 'stands', unit });
    }
  });

  it('stands when other passages change', () => {
    const later = editedBy((tei) => tei.replace('interjected that both', 'threw in that both'));
    expect(verify(later, citation('turn.3')).kind).toBe('stands');
    expect(verify(later, citation('turn.2')).kind).toBe('changed');
  });

  it('of words that have changed shows the difference, and whether the words quoted are still there', () => {
    const later = editedBy((tei) => tei.replace('it took only five days', 'it took only six days'));
    expect(verify(later, citation('turn.3'))).toMatchObject({
      kind: 'changed',
      difference: expect.stringContaining('only [five → six] days') as string,
    });
    expect(verify(later, citation('sincere efforts to reach agreement'))).toMatchObject({ quotedStands: true });
    expect(verify(later, citation('it took only five days'))).toMatchObject({ kind: 'changed', quotedStands: false });
  });

  it('whose words are said by somebody else now, or stand on another page, says so', () => {
    const later = editedBy((tei) =>
      tei.replace(/(<said [^>]*who=")#person\.kuznetsov("[^>]*xml:id="turn\.7")/, '$1#person.dobrynin$2'),
    );
    expect(verify(later, citation('turn.7'))).toMatchObject({
      kind: 'stands',
      otherwise: { speakers: ['Vasiliy Vasilyevich Kuznetsov', expect.stringContaining('Dobrynin') as string] },
    });
    const paged = { ...citation('turn.7'), locator: '3' };
    expect(verify(edition, paged)).toMatchObject({ kind: 'stands', otherwise: { pages: ['3', '4'] } });
    expect(verify(edition, citation('it took only five days'))).not.toHaveProperty('otherwise');
  });

  it('that was changed by hand contradicts itself', () => {
    const whole = citation('it took only five days');
    expect(contradictionIn(whole)).toBeUndefined();
    expect(contradictionIn({ ...whole, words: 'Never said.' })).toContain('SHA-256');
    expect(contradictionIn({ ...whole, quoted: 'never said this' })).toContain('quotes “never said this”');
  });

  it('of an id that is gone says where its words stand now', () => {
    const later = editedBy((tei) => tei.replaceAll('turn.7', 'turn.8'));
    const verdict = verify(later, citation('turn.7'), [
      { id: 'turn.7', words: 'Kuznetsov observed', sha256: '', gone: { to: ['turn.8'] } },
    ]);
    expect(verdict).toMatchObject({ kind: 'gone', like: 1, tombstone: { id: 'turn.7' }, to: [{ id: 'turn.8' }] });
    expect(verdict.kind === 'gone' && place(verdict.moved)).toBe('turn.8');
  });

  it('of an id that is gone, with words that were mended, says which passage is most like it', () => {
    const later = editedBy((tei) =>
      tei.replaceAll('turn.7', 'turn.8').replace('mutual understanding was', 'understanding is'),
    );
    const verdict = verify(later, citation('turn.7'));
    expect(verdict.kind === 'gone' && place(verdict.moved)).toBe('turn.8');
    expect(verdict.kind === 'gone' && verdict.like).toBeLessThan(1);
  });

  it('of words that are nowhere any more is gone', () => {
    const later = editedBy((tei) => tei.replace(/<p xml:id="par\.9">.*?<\/p>/s, ''));
    expect(verify(later, citation('turn.7'))).toEqual({ kind: 'gone' });
  });

  it('of an id that now means other words finds its own elsewhere', () => {
    const swapped = (tei: string) =>
      tei.replaceAll(/turn\.([12])(?!\d|\.)/g, (_, n: string) => `turn.${n === '1' ? 2 : 1}`);
    const verdict = verify(editedBy(swapped), citation('turn.1'));
    expect(verdict.kind === 'changed' && place(verdict.moved)).toBe('turn.2');
  });
});

describe('what can be read as a citation', () => {
  it('is an item that has kept its note and address alone', () => {
    const { custom: _custom, ...kept } = cited('turn.3');
    const [one] = citationsIn([kept])!;
    expect(one).toMatchObject({ reference: 'turn.3', edition: edition.record.name });
    expect(verify(citableEdition('edition.xml', publishedTei()), one!).kind).toBe('stands');
  });

  it.each([[[]], [{}], [null], ['turn.3'], [[{ note: 'sha256:12', URL: 'https://memcon.example/a/b.html#c' }]]])(
    'is not %j',
    (json) => expect(citationsIn(json)).toBeUndefined(),
  );
});

it.each([
  ['that he had seen it', 'that he has seen it', 'that he [had → has] seen it'],
  ['a b', 'a c b', 'a [new: c] b'],
  ['a c b', 'a b', 'a [c → left out] b'],
])('the difference of “%s” and “%s” is shown in its place', (before, now, shown) => {
  expect(differenceOf(before, now)).toBe(shown);
});
