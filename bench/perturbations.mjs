// Families of perturbed transcriptions: the same memorandum as other scans, forms and transcribers would give it.
// A family changes furniture, labels, the form and line ends, never the words of the body, so that what is true of the
// memorandum stays true. Draws come from a seed: same seed, same bytes.

/**
 * A memorandum taken apart; the benchmark's transcriptions all have this build.
 * @typedef {{ label: string, lines: string[] }} Field
 * @typedef {{ foot: string[], head: string[] }} Run
 * @typedef {{ letterhead: string[], title: string, fields: Field[], body: (string | Run)[] }} Memo
 */

const FIELD = /^(DATE|SUBJECT|PARTICIPANTS):[ \t]*/;
const MARKING = /^(?:TOP SECRET|SECRET|CONFIDENTIAL|LIMITED OFFICIAL USE)$/;
const PAGE_NUMBER = /^-\d+-$/;
const FURNITURE = [MARKING, PAGE_NUMBER, /^BEST COPY AVAILABLE$/, /^NND-\d+$/];
const isFurniture = (block) => FURNITURE.some((pattern) => pattern.test(block));
const isRun = (part) => typeof part !== 'string';

/** @returns {Memo} */
export function readMemo(transcription) {
  const blocks = transcription.trim().split(/\n\n+/);
  const title = blocks.findIndex((block) => /^Memorandum of Conversation$/i.test(block));
  if (title < 0) throw new Error('No line “Memorandum of Conversation”.');
  let at = title + 1;
  const fields = [];
  for (; FIELD.test(blocks[at] ?? ''); at++) {
    const label = FIELD.exec(blocks[at])[1];
    const value = blocks[at].replace(FIELD, '') || blocks[++at];
    fields.push({ label, lines: value.split('\n').map((line) => line.trim()) });
  }
  const body = [];
  for (const block of blocks.slice(at)) {
    if (!isFurniture(block)) body.push(block);
    else if (body.length > 0 && isRun(body.at(-1))) body.at(-1).foot.push(block);
    else body.push({ foot: [block], head: [] });
  }
  for (const run of body.filter(isRun)) {
    // The head of a page is the marking over its number.
    const number = run.foot.findIndex((line) => PAGE_NUMBER.test(line));
    if (number > 0) run.head = run.foot.splice(number - 1);
  }
  return { letterhead: blocks.slice(0, title), title: blocks[title], fields, body };
}

/** A memorandum written out; `how` replaces the way in which one of its parts is written. */
function write(memo, how = {}) {
  const { title = (words) => words, field = plainField, run = plainRun, text = (words) => words } = how;
  const blocks = [
    ...memo.letterhead,
    title(memo.title),
    ...memo.fields.flatMap(field),
    ...memo.body.flatMap((part, i) => (isRun(part) ? run(part, pageAfter(memo, i)) : text(part))),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const HARD_BREAK = '  \n';
const plainRun = ({ foot, head }) => [...foot, ...head];

/** The page that follows the part at `i`: its number and its first words; none after the last text. */
function pageAfter({ body }, i) {
  const next = body[i + 1];
  return next === undefined ? undefined : { n: body.slice(0, i + 1).filter(isRun).length + 1, opening: next };
}

/** A generator of numbers from 0 up to 1 (mulberry32), seeded with words (FNV-1a). */
export function randomOf(seed) {
  let state = 0x811c9dc5;
  for (const c of seed) state = Math.imul(state ^ c.codePointAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = (random, values) => values[Math.floor(random() * values.length)];

function shuffled(random, values) {
  const left = [...values];
  const taken = [];
  while (left.length > 0) taken.push(...left.splice(Math.floor(random() * left.length), 1));
  const same = taken.every((value, i) => value === values[i]);
  return same ? [...taken.slice(1), ...taken.slice(0, 1)] : taken;
}

/** The furniture of a run in one row, changed by `change`; foot and head are then one. */
const withRuns = (memo, change) =>
  write(memo, { run: ({ foot, head }, page) => change([...foot, ...head], page, { foot, head }) });

function dropped(random, lines) {
  const kept = lines.filter(() => random() < 0.5);
  return kept.length > 0 ? kept : [pick(random, lines)];
}

/** Signs that OCR takes for one another in capitals and figures of a typewriter. */
const SLIPS = {
  A: ['4'],
  B: ['8', 'R'],
  C: ['G', 'O'],
  D: ['0', 'O'],
  E: ['F', 'B'],
  F: ['E', 'P'],
  I: ['1', 'l'],
  L: ['I', '1'],
  N: ['M', 'H'],
  O: ['0', 'C'],
  P: ['F'],
  R: ['B', 'K'],
  S: ['5', '8'],
  T: ['I', 'Y'],
  V: ['Y'],
  Y: ['V'],
  0: ['O'],
  1: ['l', 'I'],
  2: ['Z'],
  3: ['8'],
  4: ['A'],
  5: ['S'],
  7: ['1'],
  8: ['B', '3'],
  '-': [' ', '—', '.'],
};

function misread(random, line) {
  const signs = [...line];
  const places = signs.flatMap((sign, i) => (SLIPS[sign] ? [i] : []));
  for (let slips = random() < 1 / 3 ? 2 : 1; slips > 0 && places.length > 0; slips--) {
    const [place] = places.splice(Math.floor(random() * places.length), 1);
    signs[place] = pick(random, SLIPS[signs[place]]);
  }
  return signs.join('').trim();
}

function misreadLine(random, line) {
  if (!PAGE_NUMBER.test(line)) return misread(random, line);
  const n = line.slice(1, -1);
  return pick(random, [`- ${n} -`, `—${n}—`, `-${n}`, `${n}-`, `-${misread(random, n)}-`, `~${n}-`, `. ${n} .`]);
}

const DECLASSIFICATION = ['DECLASSIFIED', 'E.O. 12958, Sec. 3.5', 'Authority NND 979501', 'By SR NARA Date 6/12/98'];

/** More of what stands between two pages: stamps, a caveat, "continued", the catchword. */
function extraRun(random, { foot, head }, page) {
  const marking = head.find((line) => MARKING.test(line)) ?? foot.find((line) => MARKING.test(line));
  const [first] = page ? page.opening.split(/\s+/) : [];
  const stamp = random() < 0.5 ? [DECLASSIFICATION.join('\n')] : DECLASSIFICATION;
  const catchword = first && random() < 0.5 ? [first] : [];
  const continued = page && random() < 0.5 ? ['(continued)'] : [];
  const caveat = marking && random() < 0.5 ? [`${marking}/EXDIS`] : [];
  const stamped = random() < 0.5 ? [...foot, ...stamp] : [...stamp, ...foot];
  const below = [...continued, ...catchword, ...stamped];
  return page && random() < 0.5 ? [...below, ...caveat, ...head] : [...below, ...head, ...caveat];
}

const titleCase = (label) => label[0] + label.slice(1).toLowerCase();

/** A field in another dress: `label` of the field, `join` of label and value. */
const dressed =
  ({ label: dress = (label) => `${label}:`, before = ' ', alone = (label) => label === 'PARTICIPANTS' }) =>
  ({ label, lines }) => {
    const value = lines.join(HARD_BREAK);
    return alone(label) ? [dress(label), value] : [`${dress(label)}${before}${value}`];
  };
const plainField = dressed({});

/** "DATE & TIME", "LOCATION": the place has a label of its own. */
const LABELS_OF_LATER_FORMS = { DATE: 'DATE & TIME', SUBJECT: 'SUBJECTS', PARTICIPANTS: 'PERSONS PRESENT' };
const withLaterLabel = dressed({ label: (label) => `${LABELS_OF_LATER_FORMS[label]}:` });
const laterField = (field) => {
  if (field.label !== 'DATE') return withLaterLabel(field);
  const [date, ...place] = field.lines;
  return [
    [`${LABELS_OF_LATER_FORMS.DATE}: ${date}`, ...(place.length > 0 ? [`LOCATION: ${place.join(', ')}`] : [])].join(
      '\n',
    ),
  ];
};

/** Date, hour and place, each with a label. */
const inLowerCase = dressed({ label: (label) => `${titleCase(label)}:` });
const apartField = (field) => {
  if (field.label !== 'DATE') return inLowerCase(field);
  const [dated, ...place] = field.lines;
  const { date = dated, hour } = /^(?<date>.*?\d{4})(?:,\s*(?<hour>.*))?$/.exec(dated)?.groups ?? {};
  return [
    [
      `Date: ${date}`,
      ...(hour ? [`Time: ${hour}`] : []),
      ...(place.length > 0 ? [`Place: ${place.join(', ')}`] : []),
    ].join(HARD_BREAK),
  ];
};

const SIDE = /^(?:U\.S\.|U\.S\.S\.R\.|French)$/;
const FOREIGN = [
  [/Soviet|USSR/, 'U.S.S.R.'],
  [/French|France/, 'French'],
];

/**
 * The list of participants by delegations. Where the list names none, the gold's account of each person's office tells
 * his side; a person without one makes the case unfit.
 * @returns {{ name: string, people: string[] }[] | undefined}
 */
function delegationsOf({ fields }, gold) {
  const lines = fields.find(({ label }) => label === 'PARTICIPANTS')?.lines ?? [];
  const sides = [];
  if (lines.some((line) => SIDE.test(line))) {
    for (const line of lines) {
      if (SIDE.test(line)) sides.push({ name: line, people: [] });
      else sides.at(-1)?.people.push(line);
    }
  } else {
    for (const line of peopleOf(lines)) {
      const role = roleOf(line, gold);
      if (role === undefined) return undefined;
      const name = FOREIGN.find(([pattern]) => pattern.test(role))?.[1] ?? 'U.S.';
      const side = sides.find((known) => known.name === name);
      if (side) side.people.push(line);
      else sides.push({ name, people: [line] });
    }
  }
  return sides.length === 2 ? sides : undefined;
}

/** One person a line, where a single line names them all. */
const peopleOf = (lines) => (lines.length === 1 ? lines[0].split(/,\s+/) : lines);

function roleOf(line, { participants }) {
  const person =
    participants.find((one) => line === one.named_in_list_as) ??
    participants.find(({ name }) => line.includes(name)) ??
    participants.find(({ name }) => line.includes(name.split(' ').at(-1)));
  return person?.role;
}

const COLUMN = 36;

/** Two delegations beside each other, entries over several lines with the second indented. */
function columns(sides) {
  const [left, right] = sides.map(({ name, people }) => [name, ...people.flatMap((line) => wrapped(line, COLUMN - 4))]);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    `${(left[i] ?? '').padEnd(COLUMN)}${right[i] ?? ''}`.trimEnd(),
  ).join('\n');
}

const pipeTable = ([left, right]) =>
  [
    [left.name, right.name],
    ['---', '---'],
    ...Array.from({ length: Math.max(left.people.length, right.people.length) }, (_, i) => [
      left.people[i] ?? '',
      right.people[i] ?? '',
    ]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** A line in lines of so many columns, all but the first indented. */
function wrapped(line, width) {
  const lines = [''];
  for (const word of line.split(' ')) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
    if (longer.length <= width || lines.at(-1).trim() === '') lines[lines.length - 1] = longer;
    else lines.push(`  ${word}`);
  }
  return lines;
}

const dashedRole = (line) => (SIDE.test(line) ? line : line.replace(/,\s+/, ' - '));

/** The list written by `list`, the other fields as they are. */
const withList = (memo, list) =>
  write(memo, { field: (field) => (field.label === 'PARTICIPANTS' ? list(field) : plainField(field)) });

const needsList =
  (perturb) =>
  ({ memo, ...input }) =>
    memo.fields.some(({ label }) => label === 'PARTICIPANTS')
      ? perturb({ memo, ...input })
      : { leftOut: 'it has no list of participants' };

const needsSides = (perturb) =>
  needsList(({ memo, gold, ...input }) => {
    const sides = delegationsOf(memo, gold);
    return sides ? perturb({ memo, gold, sides, ...input }) : { leftOut: 'its list cannot be parted into two sides' };
  });

const WIDTH = 66;
const INDENT = '     ';
/** Typists divide words in lower case, hardly ever names. */
const DIVISIBLE = /^([a-z]{8,})([,.;:]?)$/;

/** Where a word may be divided to fill `room` letters: after a vowel or between two consonants, as syllables end. */
function division(word, room) {
  for (let at = Math.min(room, word.length - 3); at >= 2; at--) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const syllable = /[aeiou]$/.test(before) ? /^[b-df-hj-np-tv-z][aeiouy]/ : /^[b-df-hj-np-tv-z]+[aeiouy]/;
    const digraph = /[cgpst]$/.test(before) && after.startsWith('h');
    if (syllable.test(after) && !digraph) return at;
  }
  return undefined;
}

/** Words in lines of a typewriter; `divided` are the letters (white space not counted) before each hyphen put in. */
function typed(text, random, indent) {
  const lines = [];
  const divided = [];
  let line = indent;
  let letters = 0;
  for (const word of text.split(/\s+/)) {
    const space = line.trim() === '' ? '' : ' ';
    const room = WIDTH - line.length - space.length;
    if (word.length > room && line !== '') {
      const inner = DIVISIBLE.exec(word)?.[1];
      const at = inner && random() < 0.9 ? division(inner, room - 1) : undefined;
      if (at) {
        lines.push(`${line}${space}${word.slice(0, at)}-`);
        divided.push(letters + at);
        line = word.slice(at);
      } else {
        lines.push(line);
        line = word;
      }
    } else line += space + word;
    letters += word.length;
  }
  lines.push(line);
  return { lines, divided, letters };
}

const centred = (line) => ' '.repeat(Math.max(0, Math.floor((WIDTH - line.length) / 2))) + line;

/** Plain text with form feeds between pages; `tight` leaves out the blank lines within a page. */
function plainText({ memo, gold, random }, tight) {
  const gap = tight ? '\n' : '\n\n';
  const divided = [];
  let letters = 0;
  const field = ({ label, lines }) =>
    label === 'PARTICIPANTS'
      ? `${label}:\n\n${lines.flatMap((line) => wrapped(line, WIDTH - 5).map((part) => INDENT + part)).join('\n')}`
      : `${label}: ${lines.flatMap((line) => wrapped(line, WIDTH - label.length - 2)).join(`\n${' '.repeat(label.length + 2)}`)}`;
  const form = [...memo.letterhead.map(centred), centred(memo.title), ...memo.fields.map(field)].join('\n\n');
  let body = '';
  memo.body.forEach((part, i) => {
    if (isRun(part)) {
      const rows = (lines) => lines.map(centred).join(gap);
      const next = pageAfter(memo, i);
      body += `\n\n${rows(part.foot)}\n${next ? `\f${rows(part.head)}\n\n` : ''}`;
    } else {
      const runsOn = isRun(memo.body[i - 1] ?? '') && /^\p{Ll}/u.test(part);
      const set = typed(part, random, runsOn ? '' : INDENT);
      divided.push(...set.divided.map((at) => letters + at));
      letters += set.letters;
      body += (i > 0 && !isRun(memo.body[i - 1]) ? gap : '') + set.lines.join('\n');
    }
  });
  const adapted = hyphenated(gold, divided, letters);
  return adapted
    ? { text: `${form}\n\n${body}`, gold: adapted, file: 'transcription.txt' }
    : { leftOut: 'its body is not the text of the gold' };
}

/** A gold whose text has the hyphens at line ends that the transcription has, its offsets moved accordingly. */
function hyphenated(gold, divided, letters) {
  let before = 0;
  const paragraphs = gold.paragraphs.map((paragraph) => {
    // For each offset in the old text, the offset in the new one.
    const moved = [];
    let text = '';
    for (const sign of paragraph.text) {
      // A division stands before the letter that follows it.
      if (/\S/.test(sign) && divided.includes(before)) text += '-';
      for (let unit = 0; unit < sign.length; unit++) moved.push(text.length + unit);
      text += sign;
      if (/\S/.test(sign)) before += sign.length;
    }
    moved.push(text.length);
    const sliced = (start, end) => text.slice(moved[start], moved[end - 1] + 1);
    let at = 0;
    return {
      ...paragraph,
      text,
      mentions: paragraph.mentions.map(({ start, end, ...mention }) => ({
        ...mention,
        start: moved[start],
        end: moved[end - 1] + 1,
        surface: sliced(start, end),
      })),
      pb: paragraph.pb.map((offset) => moved[offset]),
      turns: paragraph.turns.map((turn) => {
        const found = paragraph.text.indexOf(turn.from, at);
        if (found < 0) return turn;
        at = found + 1;
        return { ...turn, from: sliced(found, found + turn.from.length) };
      }),
    };
  });
  return before === letters ? { ...gold, paragraphs } : undefined;
}

/** Escapes of a careful writer of Markdown: signs that would begin a list or a rule, and ampersands. */
const escaped = (text) =>
  text
    .replaceAll('&', '&amp;')
    .replace(/^(\d+)\. /, '$1\\. ')
    .replace(/^-(\d+)-$/, '\\-$1\\-');

/** A run with a mark of the transcriber's own, `page`, where the new page begins. */
const pagedRun =
  (page) =>
  ({ foot, head }, next) => [...foot, ...(next ? [page(next.n)] : []), ...head];

/** Markdown as vision models write it; `page` is what they put between pages, `lines` how a line is ended. */
function visionMarkdown(memo, { page, lines: end, list }) {
  const field = ({ label, lines }) => {
    const value = lines.map(escaped);
    return label === 'PARTICIPANTS' ? [`**${label}:**`, list(value, end)] : [`**${label}:** ${value.join(end)}`];
  };
  return write(
    { ...memo, letterhead: memo.letterhead.map((line) => `**${line}**`) },
    {
      title: (words) => `# ${words}`,
      field,
      text: escaped,
      run: (run, next) => pagedRun(page)(run, next).map(escaped),
    },
  );
}

const bulleted = (lines) =>
  lines
    .map((line) => (SIDE.test(line) ? `**${line}**` : `- ${line}`))
    .join('\n')
    .replace(/\n(?=\*\*)/g, '\n\n');

/**
 * Each family's `perturb` takes the memorandum apart, its gold and a generator, and gives the new text, or text, gold
 * and file name together, or why the case is left out.
 */
export const FAMILIES = [
  {
    name: 'furniture-dropped',
    about: 'each line of foot and head is lost with a probability of a half; one at least stays',
    perturb: ({ memo, random }) => withRuns(memo, (lines) => dropped(random, lines)),
  },
  {
    name: 'furniture-reordered',
    about: 'the lines of foot and head in another order',
    perturb: ({ memo, random }) => withRuns(memo, (lines) => shuffled(random, lines)),
  },
  {
    name: 'furniture-misread',
    about: 'three lines of furniture in four misread, one or two signs each: SECREI, C0NFIDENTIAL, -Z-, NND-l148',
    perturb: ({ memo, random }) =>
      withRuns(memo, (lines) => lines.map((line) => (random() < 0.75 ? misreadLine(random, line) : line))),
  },
  {
    name: 'furniture-extra',
    about: 'more between pages: a stamp of declassification, a caveat, (continued), the catchword',
    perturb: ({ memo, random }) => withRuns(memo, (_, page, run) => extraRun(random, run, page)),
  },
  {
    name: 'furniture-in-one-block',
    about: 'no blank lines between the lines of a foot, nor between those of a head',
    perturb: ({ memo }) =>
      withRuns(memo, (_, __, { foot, head }) =>
        [foot, head].filter((lines) => lines.length > 0).map((lines) => lines.join('\n')),
      ),
  },
  {
    name: 'labels-without-colons',
    about: 'labels in capitals with wide spaces after them: "DATE  January 10, 1963"; PARTICIPANTS on its own',
    perturb: ({ memo }) => write(memo, { field: dressed({ label: (label) => label, before: '  ' }) }),
  },
  {
    name: 'labels-apart',
    about: 'labels in lower case, one each for date, hour and place: "Date:", "Time:", "Place:"',
    perturb: ({ memo }) => write(memo, { field: apartField }),
  },
  {
    name: 'labels-above',
    about: 'the value on the line under its label',
    perturb: ({ memo }) => write(memo, { field: dressed({ before: '\n', alone: () => false }) }),
  },
  {
    name: 'labels-bold',
    about: 'labels in bold, the colon within: "**DATE:** January 10, 1963"',
    perturb: ({ memo }) => write(memo, { field: dressed({ label: (label) => `**${label}:**` }) }),
  },
  {
    name: 'labels-of-later-forms',
    about: '"DATE & TIME:", "LOCATION:", "SUBJECTS:", "PERSONS PRESENT:"',
    perturb: ({ memo }) => write(memo, { field: laterField }),
  },
  {
    name: 'form-reordered',
    about: 'the labelled fields in another order',
    perturb: ({ memo, random }) =>
      memo.fields.length > 1
        ? write({ ...memo, fields: shuffled(random, memo.fields) })
        : { leftOut: 'its form has a single field' },
  },
  {
    name: 'participants-in-columns',
    about: 'the two sides beside each other, in columns of typewriter spaces',
    perturb: needsSides(({ memo, sides }) => withList(memo, () => ['PARTICIPANTS:', columns(sides)])),
  },
  {
    name: 'participants-in-a-table',
    about: 'the two sides as columns of a table in Markdown',
    perturb: needsSides(({ memo, sides }) => withList(memo, () => ['PARTICIPANTS:', pipeTable(sides)])),
  },
  {
    name: 'participants-with-dashes',
    about: 'one person a line, the office after a dash: "John C. Guthrie - Director, SOV"',
    perturb: needsList(({ memo }) =>
      withList(memo, ({ lines }) => ['PARTICIPANTS:', peopleOf(lines).map(dashedRole).join(HARD_BREAK)]),
    ),
  },
  {
    name: 'participants-indented',
    about: 'every line of the list indented, names more than the sides',
    perturb: needsList(({ memo }) =>
      withList(memo, ({ lines }) => [
        'PARTICIPANTS:',
        lines.map((line) => `${' '.repeat(SIDE.test(line) ? 5 : 10)}${line}`).join('\n'),
      ]),
    ),
  },
  {
    name: 'participants-beside-label',
    about: 'the first line of the list beside its label, the others under it',
    perturb: needsList(({ memo }) =>
      withList(memo, ({ lines }) => [`PARTICIPANTS:  ${lines.join(`\n${' '.repeat('PARTICIPANTS:  '.length)}`)}`]),
    ),
  },
  {
    name: 'participants-spaced',
    about: 'every line of the list a block of its own',
    perturb: needsList(({ memo }) => withList(memo, ({ lines }) => ['PARTICIPANTS:', ...peopleOf(lines)])),
  },
  {
    name: 'participants-in-bullets',
    about: 'the list as one of Markdown, the sides in bold over it',
    perturb: needsList(({ memo }) => withList(memo, ({ lines }) => ['PARTICIPANTS:', bulleted(peopleOf(lines))])),
  },
  {
    name: 'plain-text',
    about: 'no Markdown: lines of 66 columns, divided words, indented first lines, a form feed between pages',
    perturb: (input) => plainText(input, false),
  },
  {
    name: 'plain-text-tight',
    about: 'the same without blank lines between paragraphs and within feet and heads',
    perturb: (input) => plainText(input, true),
  },
  {
    name: 'title-as-heading',
    about: 'the title of the form as a heading of Markdown',
    perturb: ({ memo }) => write(memo, { title: (words) => `# ${words}` }),
  },
  {
    name: 'pages-by-comments',
    about: 'a comment between foot and head: <!-- page 2 -->',
    perturb: ({ memo }) => write(memo, { run: pagedRun((n) => `<!-- page ${n} -->`) }),
  },
  {
    name: 'pages-by-rules',
    about: 'a rule of Markdown between foot and head: ---',
    perturb: ({ memo }) => write(memo, { run: pagedRun(() => '---') }),
  },
  {
    name: 'breaks-as-tags',
    about: 'lines of the form ended with <br>',
    perturb: ({ memo }) => {
      const text = write(memo).replaceAll(HARD_BREAK, '<br>\n');
      return text === write(memo) ? { leftOut: 'its form has no line breaks' } : text;
    },
  },
  {
    name: 'signs-escaped',
    about: 'backslashes before numbers of pages and of items, &amp; for an ampersand',
    perturb: ({ memo }) => write(memo, { text: escaped, run: (run) => plainRun(run).map(escaped) }),
  },
  {
    name: 'vision-with-comments',
    about: 'Markdown of a vision model: <!-- page 2 -->, a heading, bold labels, <br>, &amp;, escapes',
    perturb: ({ memo }) =>
      visionMarkdown(memo, {
        page: (n) => `<!-- page ${n} -->`,
        lines: '<br>\n',
        list: (lines, end) => lines.join(end),
      }),
  },
  {
    name: 'vision-with-rules',
    about: 'Markdown of a vision model: --- between pages, a heading, bold labels, bullets, escapes',
    perturb: ({ memo }) => visionMarkdown(memo, { page: () => '---', lines: HARD_BREAK, list: bulleted }),
  },
];

/**
 * One draw of a family from a case.
 * @param {(typeof FAMILIES)[number]} family
 * @param {{ name: string, transcription: string, gold: object }} source
 * @param {number} seed
 */
export function perturbed({ name: family, perturb }, { name, transcription, gold }, seed) {
  const random = randomOf(`${family} ${name} ${seed}`);
  const drawn = perturb({ memo: readMemo(transcription), gold, random });
  return { file: 'transcription.md', gold, ...(typeof drawn === 'string' ? { text: drawn } : drawn) };
}

/** Taken apart and put together again, a transcription is the same: nothing of it is out of the families' reach. */
export const rewritten = (transcription) => write(readMemo(transcription));
