import fc from 'fast-check';

/** Every run draws the same documents, so that a failure can be had again. */
export const SEED = 19630110;

/** What `decodeTranscription` refuses never reaches the pipeline. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const allowed = (text: string): string => text.replace(FORBIDDEN, '');

/** Any string that XML 1.0 can hold. */
export const xmlString = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => allowed(text).replaceAll('\f', ''));

/** Pieces that parsers, writers and patterns are known to stumble on. */
export const awkward = fc.constantFrom(
  ...['<', '>', '&', ']]>', '<&>]]>', '&amp;', '&lt;', '&#38;', '&#x0;', '<!--', '-->', '<?x y?>', '?><', '<![CDATA['],
  ...[
    '**',
    '~~',
    '***',
    '~~~',
    '**a**',
    '~~b~~',
    '**~~c~~**',
    '~~**d**~~',
    '**a ~~b** c~~',
    '****',
    '**\n**',
    '** e**',
  ],
  ...['\t', '\r', '\r\n', '\n', '\n\n', '\f', '\f\f', '  \n', '\\\n', '\uFEFF', '\u00A0', '\u2028', '\u0085', '\u200F'],
  ...['שלום', 'مرحبا', '\u202Eevil\u202C', '𝔘𝔫𝔦', '👩‍👩‍👧', 'e\u0301', '\u{10FFFD}', '\u007F', '\u00AD', 'ﬁ', 'İ', 'ß'],
  ...[
    '<!-- page 2 -->',
    '<!-- a & b -->',
    '<!-- ?> -->',
    '<!--',
    '<br>',
    '<u>x</u>',
    '<u>',
    '</td>',
    '<td>',
    '&nbsp;',
    '&quot;',
  ],
  ...[
    '# ',
    '## X',
    '---',
    '***',
    '___',
    '| a | b |',
    '|---|---|',
    '|',
    '\\*',
    '\\|',
    '\\\\',
    '```',
    '![a](b)',
    '{2}----',
  ],
  ...[
    '[illegible]',
    '[2 words illegible]',
    '[sic]',
    '[x?]',
    '(?)',
    '[handwritten: ok]',
    '[stamp: X]',
    '███',
    '- ',
    '1. ',
    '(a) ',
  ],
  ...[
    'exam-\nple',
    'self-\nmade',
    'wo-',
    '*',
    '¹',
    '1/',
    '[^1]',
    '--- Page 2 ---',
    'P.S.',
    'Dear Sir:',
    'Sincerely,',
    'TO:',
    'FROM:',
  ],
  ...['"', "'", '“', '”', '(', ')', '[', ']', '{', '}', '\\', '/', '$&', '$1', '%', '#', '=', ':', ';', ',', '.', '-'],
);

const noise = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).map(allowed) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).map(allowed) },
  { weight: 3, arbitrary: awkward },
);

/** Markdown and HTML as services write them, well formed or not, in and between the words. */
export const notation = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 3, arbitrary: awkward },
        { weight: 2, arbitrary: fc.constantFrom('Kuznetsov said', 'Berlin', 'a b', 'x') },
      ),
      fc.constantFrom('', ' ', '\n', '\n\n', '  \n'),
    ),
    { minLength: 1, maxLength: 24 },
  )
  .map((parts) => parts.map((part) => part.join('')).join(''))
  .filter((text) => /\S/.test(text));

/** A transcription holds at least one word. */
const hasWords = (text: string): boolean => /\S/.test(text);

/** Any text whatever. */
export const anyText = fc
  .array(noise, { minLength: 1, maxLength: 40 })
  .map((parts) => parts.join(''))
  .filter(hasWords);

const blank = fc.constantFrom('\n\n', '\n\n', '\n\n', '\n \t\n', '\n\n\n\n', '\f', '\n\f\n');
const line = fc.constantFrom('\n', '\n', '  \n', '\\\n', '\n   ');

const letterhead = fc.constantFrom(
  ...[
    'DEPARTMENT OF STATE',
    'THE WHITE HOUSE\nWASHINGTON',
    '**DEPARTMENT OF STATE**',
    'American Embassy, Paris',
    '594',
  ],
  ...['**01373**', '1/11/63', 'Approved in S  \n1/16/63', 'CU-106/1', 'words of nobody', 'For filing only', 'SECRET'],
);

const title = fc.constantFrom(
  ...['Memorandum of Conversation', '**MEMORANDUM OF CONVERSATION**', 'MEMCON', 'Record of Meeting'],
  ...['Memorandum of Conversation  \ncomplete dist. made', 'MEMORANDUM FOR THE RECORD', 'Memorandum of <Conversation>'],
);

const label = fc
  .tuple(
    fc.constantFrom('DATE', 'Date and Time', 'TIME', 'PLACE', 'SUBJECT', 'TOPICS', '**SUBJECT**', 'CC', 'COPIES TO'),
    fc.constantFrom(':', ':', ' :', '', '\t', ':**'),
    fc.constantFrom(
      ...['', ' January 10, 1963', ' 12:00 Noon', " Secretary's office.", ' Cuba, and\nthe rest', ' 1/10/63 at 25:61'],
      ...[
        ' February 30, 1963',
        '\n10 January 1963\n3:30 p.m.\nThe White House',
        ' ***',
        ' a & b',
        '\tEUR\tS/S-3\nINR\tSOV',
      ],
      ...[' U.S.-Soviet Relations  \nBerlin', ' May 1, 0050', ' 1963', ' ...', ' ,', ' **bold** ~~struck~~'],
    ),
  )
  .map((parts) => parts.join(''));

const name = fc.constantFrom(
  ...[
    'The Secretary',
    'John C. Guthrie',
    'Vasily Vasilyevich Kuznetsov',
    'Mr. Dobrynin',
    'Charles de Gaulle',
    'Karpov',
  ],
  ...[
    'Mrs. Kuznetsov',
    '**Lev Khodelovich**',
    '李克强',
    'دكتور',
    'O’Neill & Sons',
    'A. <B>',
    'U',
    '"',
    'Kuznetsov [?]',
  ],
);
const office = fc.constantFrom(
  '',
  ', Director, SOV',
  ',\nFirst Secretary of Embassy (Interpreter)',
  ' (Ambassador)',
  ' —',
  ',',
);
const side = fc.constantFrom('U.S.', 'U.S.S.R.', 'United States:', '**Soviet**', 'For the French', 'Chinese Side');
const participants = fc
  .tuple(
    fc.constantFrom('PARTICIPANTS:', 'Participants:', 'PRESENT', '**PARTICIPANTS:**', 'PARTICIPANTS :'),
    fc.constantFrom('\n', '\n\n', ' ', '\t'),
    fc.oneof(
      fc
        .array(
          fc.tuple(name, office).map((parts) => parts.join('')),
          { maxLength: 5 },
        )
        .map((items) => items.join('\n')),
      fc.array(name, { maxLength: 5 }).map((items) => items.join(', ')),
      fc
        .array(
          fc.tuple(
            side,
            fc.array(
              fc.tuple(name, office).map((parts) => parts.join('')),
              { maxLength: 3 },
            ),
          ),
          {
            maxLength: 3,
          },
        )
        .map((sides) => sides.map(([of, members]) => [of, ...members].join('\n')).join('\n\n')),
    ),
  )
  .map((parts) => parts.join(''));

const phrase = fc.constantFrom(
  ...[
    'Kuznetsov said that he wished to go on.',
    'The Secretary replied that this was so.',
    'He thanked the President.',
  ],
  ...['“We agree,” said Mr. Dobrynin, “with you.”', 'I told Kuznetsov that I agreed.', 'On January 9 they had met.'],
  ...['Both Kuznetsov and the Secretary agreed.', 'Yesterday, in Moscow and at the UN, nothing was **said**.'],
  ...[
    'The ~~Foreign~~ Secretary of Agriculture',
    'and so the sentence runs on',
    'He said "yes',
    'Mrs. Kuznetsov smiled.',
  ],
  ...[
    'two months ago',
    'the end of May',
    '“open quotation',
    'closed quotation”',
    'May 0000',
    'January 10, 0000',
    '**un',
  ],
  ...[
    'paired** and **bold  \nover lines**',
    '~~struck **and** bold~~',
    '1. First point',
    'A HEADING',
    'important',
    '&amp;',
  ],
  ...[
    'Ambassador Dobrynin’s reply was no.',
    'Khrushchev, he continued, was **Chairman of the** USSR.',
    'next week',
    '<p>',
  ],
);
const sentence = fc.oneof(
  { weight: 6, arbitrary: phrase },
  { weight: 1, arbitrary: awkward },
  { weight: 1, arbitrary: noise },
);
const paragraph = fc
  .array(fc.tuple(sentence, fc.oneof({ weight: 4, arbitrary: fc.constant(' ') }, { weight: 1, arbitrary: line })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.map((part) => part.join('')).join(''));

const furniture = fc.constantFrom(
  ...['SECRET', '~~SECRET~~', '(CONFIDENTIAL)', '**TOP SECRET**', '-2-', '- 3 -', 'Page 4 of 5', '7', 'p. 12', '-0-'],
  ...[
    'FORM 5-61 DS-1254(T)',
    'BEST COPY AVAILABLE',
    '"Declassified for Publication in  \nForeign Relations"',
    'CU-1148',
  ],
  ...['070 00001', 'CUT - 166/2', 'important', 'DEPARTMENT OF STATE\nWASHINGTON', 'JAN 11 1 32 PM 1963', 'RECEIVED'],
);
const furnitureRun = fc
  .tuple(fc.array(furniture, { minLength: 1, maxLength: 6 }), blank)
  .map(([items, between]) => items.join(between));

const joined = (parts: fc.Arbitrary<string>, minLength: number, maxLength: number) =>
  fc.array(fc.tuple(parts, blank), { minLength, maxLength }).map((all) => all.flat().join(''));

const page = fc.tuple(joined(paragraph, 1, 4), furnitureRun).map(([text, run]) => `${text}\n\n${run}\n\n`);

/** A memorandum made of parts, each of which may be missing, doubled or in the wrong place. */
export const memo = fc
  .tuple(
    fc.constantFrom('', '', '\uFEFF', '\f', '\n\n'),
    joined(letterhead, 0, 5),
    fc.oneof({ weight: 4, arbitrary: title }, { weight: 1, arbitrary: fc.constant('') }),
    joined(fc.oneof({ weight: 3, arbitrary: label }, { weight: 1, arbitrary: participants }), 0, 6),
    fc.array(page, { maxLength: 4 }).map((pages) => pages.join('')),
    joined(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: label }), 0, 3),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
  )
  .map(([before, head, titled, form, pages, rest, lineEnd]) =>
    `${before}${head}\n\n${titled}\n\n${form}\n\n${pages}${rest}`.replaceAll('\n', lineEnd),
  )
  .filter(hasWords);

/** Feet and heads with no text between them. */
export const onlyFurniture = joined(furniture, 1, 12);

/** Running text and nothing else. */
export const noFurniture = joined(phrase, 1, 12);

/** Characters of the transcription that have to be found again. */
export const solid = (text: string): string => text.replace(/\s+/g, '');
