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

  it('give the conversation as a table, with those together and narration', async () => {
    const form = 'Memorandum of Conversation\n\nPARTICIPANTS:\n\nDean Rusk\nAnatoliy F. Dobrynin\n\n';
    const { tei } = buildText(
      `${form}They met at noon.\n\nRusk told Dobrynin that it was late. Both Rusk and Dobrynin agreed.\n`,
    );
    const { files, reported } = await pagesOf(tei!);
    expect(reported).toEqual([]);
    const table = /<table class="speakers">.*?<\/table>/s.exec(String(files.get('memo/index.html')))![0];
    const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
        cell
          .replace(/<span class="vh">.*?<\/span>/g, '')
          .replace(/<[^>]+>/g, '')
          .replace(/\u00A0|&nbsp;/g, ' '),
      ),
    );
    expect(rows).toEqual([
      ['Speaker', 'Turns', 'Words', 'Of all', 'Of those spoken', 'Addresses'],
      ['Dean Rusk', '1', '7', '43.8 %', '58.3 %', 'Dobrynin in 1 turn'],
      ['Anatoliy Fedorovich Dobrynin', '0', '0', '0.0 %', '0.0 %', ''],
      ['Anatoliy Fedorovich Dobrynin and Dean Rusk', '1', '5', '31.3 %', '41.7 %', ''],
      ['Narration', '', '4', '25.0 %', '', ''],
      ['All', '2', '16', '100.0 %', '', ''],
    ]);
  });

  it('have no such table where nobody speaks', async () => {
    const { tei } = buildText('Dear Mr. Chairman:\n\nI thank you for your letter.\n\nSincerely,\nDean Rusk\n');
    expect(String((await pagesOf(tei!)).files.get('memo/index.html'))).not.toContain('class="speakers"');
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
