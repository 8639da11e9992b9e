import { expect, it } from 'vitest';
import { lastChange } from '../../src/citation/last-change.js';
import { childrenOf, teiTree } from '../../src/citation/tree.js';

const headerOf = (...days: string[]) => {
  const changes = days.map((day) => `<change when="${day}"/>`).join('');
  const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><revisionDesc>${changes}</revisionDesc></teiHeader></TEI>`;
  return childrenOf(teiTree('a.xml', tei), 'teiHeader')[0];
};

it.each([
  [
    'the latest change, wherever it stands',
    ['2026-11-25', '2026-11-26T10:00:00Z', '2026-01-01'],
    undefined,
    '2026-11-26',
  ],
  ['the day of the edition, where that is later', ['2026-11-25'], '2026-12-01', '2026-12-01'],
  ['the day of the edition, where no change is told', [], '2026-12-01', '2026-12-01'],
  ['none, where only years are told', ['2026'], '2026', undefined],
] as const)('the last day of an edition is that of %s', (_, changes, edition, day) => {
  expect(lastChange(headerOf(...changes), edition)).toBe(day);
});
