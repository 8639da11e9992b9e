import { describe, expect, it } from 'vitest';
import { checkWellFormed, DEEPEST, MOST_ATTRIBUTES } from '../../src/xml/well-formed.js';
import { SAMPLE } from '../validation/material.js';

const check = (xml: string) => checkWellFormed(xml, 'a.xml');

describe('well-formedness', () => {
  it('is granted to the sample', () => {
    expect(check(SAMPLE)).toEqual([]);
  });

  it.each([
    ['a tag that is not closed', '<a>\n<b></a>', 2],
    ['a doubled attribute', '<a>\n<b c="1" c="2"/></a>', 2],
    ['an entity that nobody declared', '<a>\n\n&eacute;</a>', 3],
    ['a prefix without a namespace', '<a>\n<b:c/></a>', 2],
    ['text after the root', '<a/>\nmore', 2],
    ['a file that breaks off', '<a>\n<b', 2],
    ['an empty file', '', 1],
  ])('is refused to %s', (_, xml, line) => {
    expect(check(xml)).toMatchObject([{ rule: 'xml-is-well-formed', file: 'a.xml', place: { start: { line } } }]);
  });

  it('is refused to an element with more attributes than any has', () => {
    const withAttributes = (n: number) => `<a ${Array.from({ length: n }, (_, i) => `b${i}=""`).join(' ')}/>`;
    expect(check(withAttributes(MOST_ATTRIBUTES))).toEqual([]);
    expect(check(withAttributes(MOST_ATTRIBUTES + 1))).toMatchObject([{ rule: 'xml-is-well-formed' }]);
  });

  it('is refused beyond a depth that stylesheets can follow', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(check(nested(DEEPEST))).toEqual([]);
    expect(check(nested(DEEPEST + 1))).toMatchObject([{ rule: 'xml-is-well-formed' }]);
  });
});

describe('a document type declaration', () => {
  it('is refused, where it stands, whatever it declares', () => {
    const bomb = '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>\n<a>&c;</a>';
    expect(check(bomb)).toMatchObject([{ rule: 'xml-has-no-dtd', place: { start: { line: 2, column: 1 } } }]);
  });
});
