import { SaxesParser } from 'saxes';

/** Readings that are not taken, what stands on the sheet beside the text, what is no word of it. */
const LEFT_OUT: ReadonlySet<string> = new Set(['fw', 'note', 'rdg', 'orig', 'expan', 'gap']);
const JOINS = '\u0000';
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Words of the body of a TEI file, by the `who` of the turn in which the first letter stands; those in no turn, and
 * labels, under the empty string.
 */
export function wordsOfBody(xml: string): { all: number; by: Map<string, number> } {
  const stretches: [character: string, who: string][][] = [];
  const open: { name: string; who: string; isBody: boolean; isLeftOut: boolean }[] = [];
  const parser = new SaxesParser();
  const add = (text: string) => {
    const { isBody, isLeftOut, who } = open.at(-1)!;
    if (isBody && !isLeftOut) for (const character of text) stretches.at(-1)!.push([character, who]);
  };
  parser.on('opentag', ({ name, attributes }) => {
    const outer = open.at(-1) ?? { name: '', who: '', isBody: false, isLeftOut: false };
    const table = open.findLast((element) => element.name.startsWith('table'));
    const begins = name === 'p' || (name === 'cell' && table?.name === 'table');
    const isInBody = open.some((element) => element.name === 'body');
    if (isInBody && begins && !outer.isBody) stretches.push([]);
    const isSicOfChoice = name === 'sic' && outer.name === 'choice';
    const isHyphen = name === 'pc' && attributes.force === 'weak';
    const who = name === 'said' ? attributes.who! : name === 'label' ? '' : outer.who;
    open.push({
      name: name === 'table' ? `table${attributes.type ?? ''}` : name,
      who,
      isBody: outer.isBody || (isInBody && begins),
      isLeftOut: outer.isLeftOut || LEFT_OUT.has(name) || isSicOfChoice || isHyphen,
    });
    if (isHyphen && !outer.isLeftOut) stretches.at(-1)?.push([JOINS, who]);
    if ((name === 'pb' || name === 'lb') && attributes.break === 'no') add(JOINS);
  });
  parser.on('text', (text) => {
    if (open.length > 0) add(text);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();

  const by = new Map<string, number>();
  let all = 0;
  for (const stretch of stretches) {
    const text = stretch.map(([character]) => character).join('');
    const who = stretch.flatMap(([character, speaker]) => Array.from({ length: character.length }, () => speaker));
    for (const { 0: run, index } of text.matchAll(/(?:\s*\u0000\s*|\S)+/g)) {
      const first = run.search(LETTER_OR_DIGIT);
      if (first < 0) continue;
      const speaker = who[index + first]!;
      all++;
      by.set(speaker, (by.get(speaker) ?? 0) + 1);
    }
  }
  return { all, by };
}
