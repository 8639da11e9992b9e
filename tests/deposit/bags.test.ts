import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bagInFolder } from '../../src/corpus/bag-folder.js';
import { checkBag } from '../../src/deposit/bag/check.js';
import { isError } from '../../src/messages/message.js';
import { reportText } from '../../src/messages/report.js';
import { hasShared, inRepository, shared, skipped, updating } from '../repository.js';

/**
 * Bags of our own making, the first five of each label after the cases of the conformance suite of the Library of
 * Congress: a folder `bag`, and `expected.txt`, what is said of it.
 */
const FIXTURES = inRepository('tests/fixtures/bags');
const LABELS = ['valid', 'invalid'] as const;
const casesIn = (folder: string) =>
  LABELS.flatMap((label) =>
    readdirSync(join(folder, label))
      .sort()
      .map((name) => ({ label, name, folder: join(folder, label, name) })),
  );

describe('bags of our own', () => {
  it.each(casesIn(FIXTURES))('$label: $name', async ({ label, folder }) => {
    const { messages } = await checkBag(await bagInFolder(join(folder, 'bag')));
    const said = reportText(messages).replaceAll(folder, '.');
    const text = said === '' ? '' : `${said}\n`;
    if (updating) writeFileSync(join(folder, 'expected.txt'), text);
    expect(text).toBe(readFileSync(join(folder, 'expected.txt'), 'utf8'));
    expect(messages.some(isError), said).toBe(label === 'invalid');
  });
});

const SUITE = 'conformance/bagit/v1.0';
const suite = () => casesIn(shared(SUITE)).filter(({ folder }) => existsSync(folder));

describe.skipIf(
  skipped(hasShared(SUITE), 'the conformance suite of BagIt', 'Lay it beside the repository, in shared/.'),
)('the conformance suite of the Library of Congress', () => {
  it.each(hasShared(SUITE) ? suite() : [])('$label: $name', async ({ label, folder }) => {
    const { messages } = await checkBag(await bagInFolder(folder));
    expect(messages.some(isError), reportText(messages)).toBe(label === 'invalid');
  });
});
