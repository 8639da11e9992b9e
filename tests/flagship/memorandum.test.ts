import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasShared, inRepository, jing, readText, root, shared, skipped, xmllint } from '../repository.js';
import { wordsOfBody } from '../tei-words.js';
import { xpathOf } from '../xpath.js';
import { MISREADINGS } from './misreadings.js';

const NAME = '1963-01-10-rusk-kuznetsov';

/** Who speaks, in order, by the first words of each part of a turn. */
const TURNS: readonly [first: string, speaker: string][] = [
  ['Kuznetsov thanked the Secretary', 'kuznetsov'],
  ['The Secretary interjected', 'rusk'],
  ['Kuznetsov replied', 'kuznetsov'],
  ['Looking back to the end of October', 'kuznetsov'],
  ['Kuznetsov said that he wished', 'kuznetsov'],
  ['The Secretary said that he was very interested', 'rusk'],
  ['Twelve to 14 years ago', 'rusk'],
  ['Kuznetsov said that he did not know', 'kuznetsov'],
  ['However, there are some groups', 'kuznetsov'],
  ['The Secretary opined', 'rusk'],
  ['Kuznetsov observed', 'kuznetsov'],
];

const out = mkdtempSync(join(tmpdir(), 'memcon-flagship-'));
const xmlFile = join(out, NAME, `${NAME}.xml`);
const register = `editions/${NAME}/ids.json`;
let registerBefore = '';
let xml = '';
let xpath: (expression: string) => string[];

beforeAll(async () => {
  registerBefore = readText(register);
  execFileSync(process.execPath, ['dist/cli/main.js', 'build', 'editions', '--out', out], { cwd: root, stdio: 'pipe' });
  xml = readFileSync(xmlFile, 'utf8');
  xpath = await xpathOf(xml);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('the committed output', () => {
  it('is what the build makes, byte for byte', () => {
    const committed = inRepository('output');
    expect(filesBelow(out)).toEqual(filesBelow(committed));
    for (const file of filesBelow(out)) {
      expect(readFileSync(join(out, file)).equals(readFileSync(join(committed, file))), file).toBe(true);
    }
  });

  it('leaves the register of ids as it is', () => {
    expect(readText(register)).toBe(registerBefore);
  });

  it.skipIf(!hasShared('memo/transcription.md'))('is made from the transcription as received', () => {
    const received = readFileSync(shared('memo/transcription.md'));
    expect(received.equals(readFileSync(inRepository(`editions/${NAME}/transcription.md`)))).toBe(true);
  });
});

describe('the paper', () => {
  it('has four pages, the second beginning inside a running paragraph', () => {
    expect(xpath('//body//pb/@n')).toEqual(['1', '2', '3', '4']);
    expect(xpath('//pb[ancestor::p]/@n')).toEqual(['2']);
  });

  it('has three catchwords, two of them mended', () => {
    expect(xpath("//fw[@type='catch']//(sic|text()[not(ancestor::choice)])")).toEqual([
      'important',
      'Two. 72',
      'Kennedy',
    ]);
    expect(xpath("//fw[@type='catch']//corr")).toEqual(['Twelve', 'Kuznetsov']);
  });

  it('keeps every annotation by hand, with the hand it is in', () => {
    expect(
      xpath(
        "//note[@type='annotation']/concat(substring-after(@hand, '#hand.'), ': ', normalize-space(string-join((.//text())[not(ancestor::corr) and not(ancestor::expan)])))",
      ),
    ).toEqual([
      'archive: 01373',
      'archive: 1963/01/10',
      'clerk: 1/11/63',
      'clerk: 594',
      'archive: 00544',
      'approval: Approved in S 1/16/63',
      'distribution: complete Dist. made By S/S-CMS 1/17/63. Cuy & Am/R for filing only.',
    ]);
    expect(xpath("//note[@type='annotation'][not(substring(@hand, 2) = //handNote/@xml:id)]")).toEqual([]);
  });

  it('shows the struck-out classification markings as struck out', () => {
    expect(xpath("//fw[@type='classification']/del[@rend='overstrike'][@hand='#hand.declassification']")).toEqual([
      'SECRET',
      'SECRET',
    ]);
  });

  it('parts the printed title from the note under it', () => {
    expect(xpath('//div/head')).toEqual(['Memorandum of Conversation']);
  });

  it('mends numbers that do not run', () => {
    expect(xpath("//fw[@type = ('pageNum', 'control')]//choice/concat(sic, ' > ', corr)")).toEqual([
      '-3- > -2-',
      'CUT - 166/2 > CU-106/2',
      '64-1149 > CU-1149',
      'CWIII - 106/4 > CU-106/4',
      'CW-1151 > CU-1151',
    ]);
  });
});

describe('the form', () => {
  it('gives date, hour and place', () => {
    expect(xpath('//opener//date/@when')).toEqual(['1963-01-10']);
    expect(xpath('//opener//time/@when')).toEqual(['12:00:00']);
    expect(xpath('//opener//placeName/@ref')).toEqual(['#place.secretarys-office']);
  });

  it('lists six participants in two delegations', () => {
    expect(xpath("//list[@type='participants']/item/label")).toEqual(['U.S.', 'U.S.S.R.']);
    expect(xpath("//list[@type='participants']/item/list/count(item)")).toEqual(['2', '4']);
    expect(xpath("//particDesc/listPerson[@type='delegation']/string-join(person/@sameAs, ' ')")).toEqual([
      '#person.rusk #person.guthrie',
      '#person.kuznetsov #person.dobrynin #person.mendelevich #person.karpov',
    ]);
    expect(xpath("//particDesc//person[@role='interpreter']/@sameAs")).toEqual(['#person.karpov']);
  });

  it('has a distribution table of three rows and four columns', () => {
    expect(xpath("//table[@type='distribution']/row/count(cell)")).toEqual(['4', '4', '4']);
    expect(xpath("//table[@type='distribution']/row[3]/cell[4]")).toEqual(['']);
  });
});

describe('the talk', () => {
  it('has nine paragraphs', () => {
    expect(xpath('count(//body//p)')).toEqual(['9']);
  });

  it('knows who speaks', () => {
    const reading =
      'normalize-space(string-join((.//text())[not(ancestor::rdg) and not(ancestor::expan) and not(ancestor::fw)]))';
    const found = xpath(`//said/concat(substring-after(@who, '#person.'), ': ', ${reading})`);
    expect(found.length).toBe(TURNS.length);
    expect(found.map((turn, i) => turn.slice(0, `${TURNS[i]![1]}: ${TURNS[i]![0]}`.length))).toEqual(
      TURNS.map(([first, speaker]) => `${speaker}: ${first}`),
    );
  });

  it('never makes Khrushchev or Kennedy speak, who were not in the room', () => {
    expect(xpath("//said[contains(@who, 'khrushchev') or contains(@who, 'kennedy')]")).toEqual([]);
    expect(xpath('//said[not(substring(@who, 2) = //particDesc//person/@sameAs/substring(., 2))]')).toEqual([]);
  });

  it('keeps the true Khrushchevs', () => {
    expect(xpath("//body//persName[@ref='#person.khrushchev']")).toEqual([
      'Chairman Khrushchev',
      ...Array.from({ length: 5 }, () => 'Khrushchev'),
    ]);
  });

  it('takes “the President” for John F. Kennedy throughout', () => {
    expect(xpath("//rs[@type='person'][matches(., 'President')][@ref != '#person.kennedy']")).toEqual([]);
    expect(xpath("count(//rs[@type='person'][matches(., 'President')])")).toEqual(['12']);
  });

  it('resolves dates against the day of the conversation', () => {
    expect(xpath("//date[. = 'yesterday']/@when")).toEqual(['1963-01-09']);
    expect(xpath("//date[. = 'the end of October']/concat(@notBefore, '/', @notAfter)")).toEqual([
      '1962-10-21/1962-10-31',
    ]);
    expect(xpath("//date[starts-with(., 'December 10')]/@when")).toEqual(['1962-12-10']);
    expect(xpath("//date[. = 'Twelve to 14 years ago']/concat(@notBefore, '/', @notAfter)")).toEqual(['1949/1951']);
  });
});

describe('the conversation table', () => {
  /** Turns and words of each participant, as they are listed. */
  const ROWS = [
    ['person.rusk', 'U.S.', null, 3, 444, 0.3213],
    ['person.guthrie', 'U.S.', 'drafter', 0, 0, 0],
    ['person.kuznetsov', 'U.S.S.R.', null, 4, 938, 0.6787],
    ['person.dobrynin', 'U.S.S.R.', null, 0, 0, 0],
    ['person.mendelevich', 'U.S.S.R.', null, 0, 0, 0],
    ['person.karpov', 'U.S.S.R.', 'interpreter', 0, 0, 0],
  ];

  it('gives each participant turns, words and share', () => {
    const table = JSON.parse(readFileSync(join(out, NAME, `${NAME}.conversation.json`), 'utf8'));
    expect(table.words).toEqual({ body: 1382, spoken: 1382, narration: 0 });
    expect(table.turns).toBe(7);
    const rows = table.people.map((person: Record<string, unknown> & { share: { ofBody: number } }) => [
      ...[person.id, person.delegation, person.role, person.turns, person.words],
      person.share.ofBody,
    ]);
    expect(rows).toEqual(ROWS);
    expect(table.together).toEqual([]);
    const addressed = table.people.filter(({ addresses }: { addresses: unknown[] }) => addresses.length > 0);
    expect(addressed).toMatchObject([
      { id: 'person.kuznetsov', addresses: [{ id: 'person.rusk', name: 'Dean Rusk', turns: 2 }] },
    ]);
  });

  it('says the same in the header, and what the text itself gives', () => {
    const count = (unit: string) => `number(state/desc/measure[@unit = '${unit}']/@quantity)`;
    expect(xpath(`//particDesc//person/concat(@sameAs, ' ', ${count('turns')}, ' ', ${count('words')})`)).toEqual(
      ROWS.map(([id, , , turns, words]) => `#${id} ${turns} ${words}`),
    );
    expect(Object.fromEntries(wordsOfBody(xml).by)).toEqual({ '#person.rusk': 444, '#person.kuznetsov': 938 });
  });
});

describe('the misreadings', () => {
  it('are mended after the printed edition, each with both readings, source, responsibility and certainty', () => {
    const found = xpath(
      "//app[lem/@wit='#frus' and lem/@resp='#editor' and lem/@cert and rdg/@wit='#ocr']/concat((preceding::pb[1])/@n, ' ', rdg, ' > ', lem)",
    );
    expect(found).toEqual(MISREADINGS.map(([page, transcription, witness]) => `${page} ${transcription} > ${witness}`));
  });

  it('each have a reason', () => {
    expect(xpath("//(app|choice[sic])[not(concat('#', @xml:id) = //standOff/note/@target)]")).toEqual([]);
  });
});

describe('other programs', () => {
  const how = 'Install jing and libxml2-utils (Debian) and lay the TEI schema beside the project.';
  const noYardstick = skipped(jing && hasShared('schema/tei_all.rng'), 'validity against the whole of TEI', how);
  it.skipIf(noYardstick)('find it valid against tei_all and against the project’s schema', () => {
    for (const schema of [shared('schema/tei_all.rng'), inRepository('schema/memcon.rng')]) {
      expect(execFileSync(jing!, [schema, xmlFile], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })).toBe(
        '',
      );
    }
  });

  it.skipIf(skipped(xmllint, 'well-formedness by xmllint', how))('find it well-formed', () => {
    expect(execFileSync(xmllint!, ['--noout', xmlFile], { encoding: 'utf8' })).toBe('');
  });
});
