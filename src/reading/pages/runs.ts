import { type Message, message, type Proposal } from '../../messages/message.js';
import type { FurnitureMark, Mark, PageMark } from '../../text/marks.js';
import { ofKind, pageAt } from '../../text/marks.js';
import { placeOf, type Range, type Transcription, wordsOf } from '../../text/transcription.js';
import { catchwordsIn } from './catchwords.js';
import { furnitureOf, misreadFurniture } from './furniture.js';

interface Runner {
  transcription: Transcription;
  /** The words of a mark as they are read, emended. */
  read: (range: Range) => string;
}

/** Page numbers, document numbers and catchwords that do not run on from page to page, each with the reading proposed. */
export function checkRuns(
  transcription: Transcription,
  marks: readonly Mark[],
  read: (range: Range) => string,
): Message[] {
  const runner = { transcription, read };
  const pages = ofKind(marks, 'page');
  const furniture = ofKind(marks, 'furniture');
  const pageOf = (range: Range) => pageAt(pages, range.start);
  const text = [...ofKind(marks, 'paragraph'), ...ofKind(marks, 'heading')];
  return [
    ...pageNumbers(runner, furniture, pageOf),
    ...documentNumbers(runner, furniture, pageOf),
    ...catchwords(runner, furniture, pages, text),
    ...markings(runner, furniture),
  ];
}

/** The number, marking or catchword read as it should run. */
const readAs = (
  { transcription }: Runner,
  mark: Range,
  reading: string,
  why: string,
  certainty: Proposal['certainty'] = 'medium',
): { proposals: Proposal[] } => ({
  proposals: [{ why, certainty, decisions: [{ at: placeOf(transcription, mark), reading }] }],
});

/** The number of a page, with letters that OCR takes for figures read as such. */
const numberIn = (words: string): number | undefined => {
  const figures = /\d+/.exec(words.replace(/[lI|]/g, '1').replace(/[O]/g, '0').replace(/Z/g, '2').replace(/S/g, '5'));
  return figures ? Number(figures[0]) : undefined;
};

/** Page numbers rise with the pages. Where most of them are higher by the same count, the paper is part of a longer one. */
function pageNumbers(runner: Runner, furniture: readonly FurnitureMark[], pageOf: (range: Range) => number) {
  const { transcription, read } = runner;
  const numbers = furniture
    .filter(({ type }) => type === 'pageNum')
    .map((mark) => {
      const words = read(mark);
      return { mark, words, n: pageOf(mark), number: numberIn(words) };
    });
  const ahead = numbers.flatMap(({ n, number }) => (number === undefined ? [] : [String(number - n)]));
  const common = Number(mostCommon(ahead));
  const agreed = ahead.filter((count) => Number(count) === common).length;
  const offset = ahead.length > 2 && agreed > ahead.length / 2 && common > 0 ? common : 0;
  return numbers.flatMap(({ mark, words, n, number }): Message[] => {
    if (number === n + offset && /\d/.test(words)) return [];
    const proposed = words.replace(/[\dlIOZS|]+/, String(n + offset));
    return [
      message('page-numbers-run', {
        file: transcription.file,
        place: placeOf(transcription, mark),
        words,
        reason: `Page ${n} is numbered “${words}”.`,
        advice: `Read “${proposed}” if the number is misread; otherwise look for a missing or misplaced sheet.`,
        ...(proposed !== words && readAs(runner, mark, proposed, `the numbers of the pages run so; this is page ${n}`)),
      }),
    ];
  });
}

/** A number's parts in turn: letters, separators, digits. */
const fieldsOf = (words: string): string[] => words.replace(/\s+/g, '').match(/\p{L}+|\d+|[^\p{L}\d]+/gu) ?? [];
/** A typist's blank or hyphen between letters and figures makes no other number. */
const bare = (words: string): string => words.replace(/[\s–-]+/g, '');
const lastNumber = (words: string): number => Number(/(\d+)\D*$/.exec(words)?.[1] ?? Number.NaN);

/**
 * Numbers of one series rise with the pages: their last figure less the page is the same. On each such series the
 * letters and figures before it should agree; where they do not, most pages decide, and in doubt the first.
 */
function documentNumbers(runner: Runner, furniture: readonly FurnitureMark[], pageOf: (range: Range) => number) {
  const { transcription, read } = runner;
  const series = new Map<string, { mark: FurnitureMark; words: string; n: number }[]>();
  for (const mark of furniture.filter(({ type }) => type === 'control')) {
    const words = read(mark);
    const n = pageOf(mark);
    const base = lastNumber(words) - n;
    if (Number.isNaN(base)) continue;
    const key = `${mark.position} ${base}`;
    series.set(key, [...(series.get(key) ?? []), { mark, words, n }]);
  }
  return [...series.values()]
    .filter((numbers) => numbers.length > 1)
    .flatMap((numbers) => {
      const prefixes = numbers.map(({ words }) => fieldsOf(words).slice(0, -1));
      const length = prefixes[0]!.length;
      const agreed = Array.from({ length }, (_, i) =>
        mostCommon(prefixes.flatMap((fields) => (fields[i] === undefined ? [] : [fields[i]]))),
      );
      return numbers.flatMap(({ mark, words, n }): Message[] => {
        const proposed = `${agreed.join('')}${fieldsOf(words).at(-1)}`;
        if (bare(words) === bare(proposed)) return [];
        return [
          message('document-numbers-run', {
            file: transcription.file,
            place: placeOf(transcription, mark),
            words,
            reason: `Page ${n} has the number “${words}”, where the other pages lead one to expect “${proposed}”.`,
            advice: `Read “${proposed}” if the number is misread.`,
            ...readAs(runner, mark, proposed, 'the numbers on the other pages run so'),
          }),
        ];
      });
    });
}

function mostCommon(values: readonly string[]): string {
  const count = (value: string) => values.filter((other) => other === value).length;
  return values.reduce((best, value) => (count(value) > count(best) ? value : best), values[0] ?? '');
}

function catchwords(
  { transcription, read }: Runner,
  furniture: readonly FurnitureMark[],
  pages: readonly PageMark[],
  text: readonly Mark[],
): Message[] {
  const parts = text.flatMap((block): readonly Range[] => (block.kind === 'paragraph' ? block.parts : [block]));
  return catchwordsIn(furniture, pages, parts).flatMap(({ catchword, page, begins }): Message[] => {
    const words = read(catchword);
    const opening = read({ start: begins.start, end: Math.min(begins.end, begins.start + 200) });
    if (fold(opening).startsWith(fold(words))) return [];
    const first = opening.split(/\s+/).slice(0, words.split(/\s+/).length).join(' ');
    return [
      message('catchword-matches', {
        file: transcription.file,
        place: placeOf(transcription, catchword),
        words,
        reason: `The catchword “${words}” is not the beginning of page ${page.n}, “${first}”.`,
        advice: 'One of the two is misread: compare them, and give the right reading for the other.',
        related: [
          {
            file: transcription.file,
            place: placeOf(transcription, { start: begins.start, end: begins.start + first.length }),
            reason: `Page ${page.n} begins here.`,
          },
        ],
        ...announced(transcription, catchword, words, { opening, begins, page: page.n }),
      }),
    ];
  });
}

/** The first word of the next page, where it begins as the catchword does; else a sheet may be missing. */
function announced(
  transcription: Transcription,
  catchword: FurnitureMark,
  words: string,
  { opening, begins, page }: { opening: string; begins: Range; page: number },
): { proposals?: Proposal[] } {
  const [first] = /\p{L}[\p{L}\p{M}’'-]*/u.exec(opening.split(/\s+/)[0] ?? '') ?? [];
  if (first === undefined || fold(first)[0] !== fold(words)[0]) return {};
  const start = begins.start + Math.max(0, wordsOf(transcription, begins).indexOf(first));
  const copied = {
    at: placeOf(transcription, catchword),
    reading: first,
    after: placeOf(transcription, { start, end: start + first.length }),
  };
  return { proposals: [{ why: `page ${page} begins with “${first}”`, certainty: 'medium', decisions: [copied] }] };
}

/** Markings that are a misreading of one in use. */
function markings(runner: Runner, furniture: readonly FurnitureMark[]): Message[] {
  const { transcription, read } = runner;
  return furniture
    .filter(({ type }) => type === 'classification')
    .flatMap((mark): Message[] => {
      const words = read(mark);
      if (furnitureOf(words)) return [];
      const proposed = misreadFurniture(words)?.proposed;
      if (proposed === undefined) return [];
      return [
        message('markings-agree', {
          file: transcription.file,
          place: placeOf(transcription, mark),
          words,
          reason: `“${words}” is no classification marking, and most like “${proposed}”.`,
          advice: `Read “${proposed}” if it is misread.`,
          ...readAs(runner, mark, proposed, `of the markings in use it is most like “${proposed}”`),
        }),
      ];
    });
}

const fold = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
