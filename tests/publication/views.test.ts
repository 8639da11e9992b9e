import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.js';
import { publish } from '../../src/publication/views.js';
import { buildText, context } from '../building.js';
import { readText } from '../repository.js';

const NAME = '1963-01-10-rusk-kuznetsov';
const flagship = readText(`output/${NAME}/${NAME}.xml`);
const site = { title: 'Memoranda', layout: 'workspace' } as const;

async function pagesOf(tei: string): Promise<{ files: Map<string, string | Uint8Array>; reported: Message[] }> {
  const reported: Message[] = [];
  const files = await publish([{ name: 'memo', tei }], site, { ...context, report: (found) => reported.push(found) });
  return { files, reported };
}

describe('the pages', () => {
  it('cover every element of the flagship in every view', async () => {
    expect((await pagesOf(flagship)).reported).toEqual([]);
  });

  it('report an element that a view does not know, under view-covers-element, and keep its words', async () => {
    const { files, reported } = await pagesOf(flagship.replace('thanked ', '<figure><p>thanked </p></figure>'));
    expect(reported.map(({ rule, severity }) => `${rule} ${severity}`)).toContain('view-covers-element error');
    expect(String(files.get('memo/index.html'))).toContain('thanked');
  });

  it('are the same bytes for the same edition', async () => {
    const [one, other] = [await pagesOf(flagship), await pagesOf(flagship)];
    expect([...one.files]).toEqual([...other.files]);
  });

  it('write what stands in the text as text', async () => {
    const { tei } = buildText(
      'Memorandum of Conversation\n\nHe said <script>alert(1)</script> & went on to say "so" at length.\n',
    );
    const { files, reported } = await pagesOf(tei!);
    expect(reported).toEqual([]);
    const html = String(files.get('memo/index.html'));
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  });
});
