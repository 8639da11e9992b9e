import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Decision, Description } from '../../src/editing/description.js';
import { publish } from '../../src/publication/views.js';
import { buildText, context } from '../building.js';
import { readText } from '../repository.js';

const FOLDER = 'tests/fixtures/pages/witnesses/1963-03-26-rusk-dobrynin';
const NOWHERE = { line: 1, column: 1, offset: 0 };
const placed = (decisions: readonly Decision[]) =>
  decisions.map((decision) => ({ ...decision, stands: { start: NOWHERE, end: NOWHERE } }));

/** The pages of a transcription with decisions, by file name, and what the views report. */
async function pagesOf(text: string, description: Description, decisions: readonly Decision[]) {
  const { tei } = buildText(text, { description, decisions: placed(decisions) });
  const reported: string[] = [];
  const files = await publish(
    [{ name: 'memo', tei: tei! }],
    { title: 'Memoranda', layout: 'workspace' },
    { ...context, report: ({ rule, words }) => reported.push(`${rule} ${words}`) },
  );
  const page = (name: string) => {
    const html = files.get(name);
    return html === undefined ? undefined : String(html);
  };
  return { page, reported, tei: tei!, files };
}

/** The words of a piece of HTML, white space single, without the links by which it is cited. */
const words = (html: string): string =>
  html
    .replaceAll(/<a class="(?:permalink|cite)"[^>]*>.*?<\/a>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll(/&nbsp;|\u00A0|\s+/g, ' ')
    .trim();
const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, part = '']) => part);
const rowsOf = (table: string): string[][] =>
  all(table, /<tr[^>]*>(.*?)<\/tr>/gs).map((row) => all(row, /<t[hd][^>]*>(.*?)<\/t[hd]>/gs).map(words));
const tablesOf = (html: string): string[][][] => all(html, /<table class="places"[^>]*>(.*?)<\/table>/gs).map(rowsOf);
const notesOf = (html: string): Map<string, string> =>
  new Map(
    [...html.matchAll(/<li class="note reading[^"]*" id="note\.([^"]+)">(.*?)<\/li>/gs)].map(([, id, note]) => [
      id!,
      words(note!),
    ]),
  );
const FRUS = 'FRUS (Foreign Relations of the United States, 1961–1963)';
const CARBON = 'CARBON (Carbon copy of the Bureau of European Affairs)';
const TEL = 'TEL (Telegram to Moscow that summarizes the talk)';

describe('an edition after three witnesses', async () => {
  const { decisions, ...description } = parse(readText(`${FOLDER}/edition.yaml`)) as Description;
  const { page, reported } = await pagesOf(readText(`${FOLDER}/transcription.md`), description, decisions!);
  const [reading, typed, errata] = ['index', 'diplomatic', 'errata'].map((name) => page(`memo/${name}.html`)!);

  it('has all its elements in every view', () => {
    expect(reported).toEqual([]);
  });

  it('has notes with every other reading, its witnesses and in what it differs', () => {
    for (const notes of [notesOf(reading!), notesOf(typed!)]) {
      expect(notes.get('rd.1')).toBe(
        '1 Negotiations was transcribed “Negotiatons”. A letter dropped. After FRUS, CARBON by the editor, certainty high.',
      );
      expect(notes.get('rd.2')).toBe(
        `2 “Anatoly” stands as transcribed. ${FRUS} reads “Anatoliy” (differs in spelling).`,
      );
      expect(notes.get('rd.3')).toBe(
        '3 Left out: “the”, which was transcribed. Written twice at the end of a line. After FRUS, CARBON, TEL by the editor, certainty high.',
      );
      expect(notes.get('rd.4')).toBe(
        `4 Thompson had told was transcribed “Thomson had told”. ${TEL} reads “Thompson had intimated to” (differs in wording). ${CARBON} reads “Thompsen had told” (differs in spelling). Llewellyn E. Thompson was there. After FRUS by the editor, certainty high.`,
      );
      expect(notes.get('rd.6')).toBe(
        `6 February was transcribed “Febuary”. ${TEL} lacks the words. ${CARBON} reads “Jan.” (differs in wording). The month is misspelled, and the carbon copy has another. Conjecture by the editor, certainty medium.`,
      );
      expect(notes.get('rd.8')).toBe(
        `8 “any thing” stands as transcribed. ${FRUS} reads “anything” (differs in typography). ${CARBON} and ${TEL} lack the words (differs in wording). Both forms were in use.`,
      );
    }
  });

  it('shows the edition’s words in the reading text and the transcription’s on the paper', () => {
    const text = (html: string) =>
      words(html.replaceAll(/<a class="mark.*?<\/a>/gs, '').replaceAll(/<ul class="notes.*?<\/ul>/gs, ''));
    expect(text(reading!)).toContain(
      'was not the heart of the question. Ambassador Thompson had told Mr. Dobrynin so in February, and',
    );
    expect(text(typed!)).toContain(
      'was not the the heart of the question. Ambassador Thomson had told Mr. Dobrynin so in Febuary, and',
    );
  });

  it('underlines what was mended and nothing else', () => {
    const mended = (html: string) => all(html, /<span class="mended[^"]*" id="([^"]+)"/g);
    expect(mended(reading!)).toEqual(['rd.1', 'rd.3', 'rd.4', 'rd.6', 'rd.9', 'rd.10', 'rd.12']);
    expect(mended(typed!)).toEqual(['rd.1', 'rd.3', 'rd.4', 'rd.6', 'rd.9', 'rd.10', 'rd.11', 'rd.12']);
    expect(all(reading!, /<span class="varying" id="([^"]+)"/g)).toEqual(['rd.2', 'rd.5', 'rd.5.2', 'rd.7', 'rd.8']);
  });

  it('has one sign for an entry in pieces, behind its last word', () => {
    for (const html of [reading!, typed!]) {
      expect(all(html, /href="#note\.(rd\.5[^"]*)"/g)).toEqual(['rd.5']);
      expect(html).toMatch(/id="rd\.5\.2"> so<\/span><a class="mark varies/);
    }
  });

  it('counts what is mended, once, and not what only varies', () => {
    expect(words(reading!)).toContain('8 readings mended by the editor, 1 uncertain');
    expect(words(page('index.html')!)).toContain('8 readings mended');
    expect(words(errata!)).toContain('8 readings mended, the latest version first.');
  });

  it('has the errata by version, the latest first', () => {
    const [mended] = tablesOf(errata!);
    const [head, ...rows] = mended!;
    expect(head).toEqual(['Place', 'In context', 'Transcription', 'Edition', 'After', 'Certainty', 'Reason', 'Date']);
    expect(rows.filter((row) => row.length === 1).flat()).toEqual([
      'Version 1.1.0, this version: 3 readings',
      'Version 1.0.0: 5 readings',
    ]);
    expect(rows[1]).toEqual([
      'p. 1, ¶ 1',
      '… not the heart of the question. Ambassador Thompson had told Mr. Dobrynin so in February, and nothing …',
      'Thomson had told',
      'Thompson had told',
      FRUS,
      'high',
      'Llewellyn E. Thompson was there.',
      '5 December 2026',
    ]);
    expect(rows[3]).toEqual([
      'p. 2, page number',
      '-2-',
      '-3-',
      '-2-',
      'conjecture',
      'high',
      'The second of two sheets.',
      '5 December 2026',
    ]);
    expect(rows[6]).toEqual([
      'p. 1, ¶ 1',
      '… that the number of inspections was not [left out] the heart of the question. Ambassador Thompson …',
      'the',
      '[left out]',
      `${FRUS}, ${CARBON} and ${TEL}`,
      'high',
      'Written twice at the end of a line.',
      '23 November 2026',
    ]);
    expect(errata).toContain('“version 1.1.0”');
  });

  it('has what was not taken below them', () => {
    const [, notTaken] = tablesOf(errata!);
    expect(notTaken).toHaveLength(10);
    expect(notTaken![3]).toEqual([
      'p. 1, ¶ 1',
      '… not the heart of the question. Ambassador Thompson had told Mr. Dobrynin so in February, and nothing …',
      'Thompson had told',
      'Thompsen had told',
      CARBON,
      'spelling',
    ]);
    expect(notTaken!.at(-1)?.slice(2)).toEqual(['any thing', 'lacks the words', `${CARBON} and ${TEL}`, 'wording']);
  });

  it('links each erratum to an anchor of the reading text, and the views to the errata', () => {
    const anchors = new Set(all(reading!, /\bid="([^"]+)"/g));
    const targets = all(errata!, /href="index\.html#([^"]+)"/g);
    expect(targets.length).toBeGreaterThan(17);
    expect(targets.filter((id) => !anchors.has(id))).toEqual([]);
    for (const html of [reading!, typed!, errata!]) expect(html).toContain('href="errata.html"');
  });
});

describe('a reading over the end of a page', async () => {
  const TEXT =
    'Dean Rusk said that the **number** was not the heart of the matter and that\n\nSECRET\n\f\n-2-\n\nhe would come back to it.\n';
  const { page, tei, reported } = await pagesOf(TEXT, { witnesses: { frus: { title: 'Foreign Relations' } } }, [
    {
      paragraph: 'par.1',
      quote: 'of the [matter and that SECRET -2- he would] come',
      reading: 'matter, but would',
      witness: 'frus',
      reason: 'So in print.',
    },
    { paragraph: 'par.1', quote: 'the [**number** was]', variants: [{ reading: 'count was', witness: 'frus' }] },
  ]);

  it('keeps the page as an anchor of the reading text', () => {
    expect(tei).toMatch(/<rdg wit="#ocr" cause="misreading">matter and that\s*<fw[^>]*>SECRET<\/fw>\s*<pb n="2"/);
    expect(reported).toEqual([]);
    expect(page('memo/index.html')).toMatch(/matter, but would<\/span><span class="pb" id="pg\.2">/);
  });

  it('stands on both sheets of the paper, each with its words, and once with its anchor and sign', () => {
    const sheets = all(page('memo/diplomatic.html')!, /<section class="sheet-row"[^>]*>(.*?)<\/section>/gs);
    expect(sheets).toHaveLength(2);
    expect(words(sheets[0]!)).toContain('heart of the matter and that');
    expect(words(sheets[0]!)).not.toContain('come back');
    expect(words(sheets[1]!)).toContain('he would come back to it.');
    expect(words(sheets[1]!)).not.toContain('matter');
    expect(all(page('memo/diplomatic.html')!, /(id="rd\.2")/g)).toHaveLength(1);
    expect(all(page('memo/diplomatic.html')!, /(href="#note\.rd\.2")/g)).toHaveLength(1);
  });

  it('gives the transcription’s words without the furniture between them', () => {
    const [[, , row] = []] = tablesOf(page('memo/errata.html')!);
    expect(row?.slice(0, 4)).toEqual([
      'p. 1, ¶ 1',
      '… number was not the heart of the matter, but would come back to it.',
      'matter and that he would',
      'matter, but would',
    ]);
    expect(words(page('memo/errata.html')!)).toContain('Without a version: 1 reading');
  });
});

describe('a reading in a label of the form', () => {
  it('has its anchor at its note, since the head has no such words', async () => {
    const { page, reported } = await pagesOf(
      'Memorandum of Conversaton\n\nPARTICIPANTZ:\n\nDean Rusk\n\nRusk said that it was late.\n',
      {},
      [
        { page: 1, quote: 'Conversaton', reading: 'Conversation', reason: 'So.' },
        { page: 1, quote: 'PARTICIPANTZ', reading: 'PARTICIPANTS', reason: 'So.' },
      ],
    );
    expect(reported).toEqual([]);
    const html = page('memo/index.html')!;
    const anchors = new Set(all(html, /\bid="([^"]+)"/g));
    const linked = [html, page('memo/errata.html')!].flatMap((one) => all(one, /href="(?:index\.html)?#([^"]+)"/g));
    expect(linked).toContain('rd.1');
    expect(linked.filter((id) => !anchors.has(id) && !/^version|^content|^mended/.test(id))).toEqual([]);
  });
});

describe('the errata', () => {
  const TEXT = 'Dean Rusk said that the number was not the heart of the matter.\n';
  const variants = [{ reading: 'count', witness: 'frus' }];
  const description = { witnesses: { frus: { title: 'Foreign Relations' } } };

  it('are not there where nothing is mended, and nothing leads to them', async () => {
    const { files, page } = await pagesOf(TEXT, description, [{ page: 1, quote: 'number', variants }]);
    expect([...files.keys()].filter((path) => /^memo\/.*\.html$/.test(path))).toEqual([
      'memo/index.html',
      'memo/diplomatic.html',
      'memo/parallel.html',
      'memo/source.html',
    ]);
    for (const name of ['index', 'diplomatic']) expect(page(`memo/${name}.html`)).not.toContain('errata.html');
    expect(words(page('memo/index.html')!)).not.toContain('mended by the editor');
    expect(words(page('memo/index.html')!)).toContain('Readings of witnesses that were not taken');
  });

  it('of a bare transcription are named after it', async () => {
    const { tei } = buildText(TEXT, {
      decisions: placed([{ page: 1, quote: 'heart', reading: 'core', reason: 'So.' }]),
    });
    const files = await publish([{ name: 'memo', tei: tei! }], { title: 'memo', layout: 'bare' }, context);
    expect(String(files.get('memo/memo.errata.html'))).toContain('href="memo.html#rd.1"');
  });

  it('come in the order of versions, not of letters', async () => {
    const since = (quote: string, version: string): Decision => ({
      page: 1,
      quote,
      reading: `${quote}s`,
      reason: 'So.',
      since: version,
    });
    const { page } = await pagesOf(TEXT, { version: '1.10.0' }, [
      since('number', '1.9.0'),
      since('heart', '1.10.0'),
      since('matter', '1.2.0'),
    ]);
    expect(all(page('memo/errata.html')!, /<span id="version\.([^"]+)"/g)).toEqual(['1.10.0', '1.9.0', '1.2.0']);
  });
});
