import { expect, it } from 'vitest';
import { readXml } from '../../src/xml/reading.js';

it('knows where each start tag stands, whatever line ends and characters come before', () => {
  const xml =
    '\uFEFF<?xml version="1.0"?>\r\n<!-- <no> -->\r\n<a\r\n\tb="&lt;\u{1F600}">\u{1F600}\r\n<c/>\r<d\r\n/><![CDATA[<e>]]><f\n>x</f></a>';
  const starts: number[] = [];
  readXml(xml, { open: ({ start }) => starts.push(start) });
  expect(starts).toEqual(['<a\r', '<c/', '<d\r', '<f\n'].map((tag) => xml.indexOf(tag)));
});

it('gives text between two tags as one run', () => {
  const runs: [string, number][] = [];
  const xml = '<a>one<!-- no --> two<![CDATA[ & ]]>three<b/> four</a>';
  readXml(xml, { text: (text, start) => runs.push([text, start]) });
  expect(runs).toEqual([
    ['one two & three', 3],
    [' four', xml.indexOf(' four')],
  ]);
});
