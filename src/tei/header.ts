import { slug } from '../text/patterns.js';
import { referenceDeclarations } from './cite-structure.js';
import type { Edition } from './edition.js';
import { block, type Content, type Element, inline } from './element.js';
import { type LibraryLevel, levelAddress } from './library-level.js';
import { count, measure } from './measure.js';
import { listTalk, talkOf } from './talk-list.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "10 January 1963" for `1963-01-10`. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

export function encodeHeader(edition: Edition): Element {
  return block('teiHeader', {}, fileDesc(edition), encodingDesc(edition), profileDesc(edition), revisionDesc(edition));
}

/** The header, with the level of encoding that the whole file has reached; a file that has reached none says nothing. */
export function withLibraryLevel(header: Element, level: LibraryLevel): Element {
  if (level === 0) return header;
  const declared = (child: Content): Content =>
    typeof child !== 'string' && 'name' in child && child.name === 'encodingDesc'
      ? { ...child, children: [...child.children, inline('schemaRef', { url: levelAddress(level) })] }
      : child;
  return { ...header, children: header.children.map(declared) };
}

const day = (date: string): Element => inline('date', { when: date }, dayInWords(date));

function fileDesc(edition: Edition): Element {
  const { title, drafter, version, date, editor, publisher = editor, software, document, source } = edition;
  return block(
    'fileDesc',
    {},
    block(
      'titleStmt',
      {},
      inline('title', { type: 'main' }, title.main),
      title.sub !== undefined && inline('title', { type: 'sub' }, title.sub),
      drafter &&
        inline(
          'author',
          { cert: drafter.certainty },
          inline('persName', { ref: `#${drafter.person.id}` }, drafter.person.name),
        ),
      block(
        'respStmt',
        { 'xml:id': 'editor' },
        inline('resp', {}, 'editorial decisions'),
        editor === undefined ? unnamed('name', nobodyIn(edition)) : inline('name', {}, editor),
      ),
      block(
        'respStmt',
        { 'xml:id': 'memcon' },
        inline('resp', {}, 'machine encoding'),
        inline('name', { type: 'software' }, software.name),
      ),
    ),
    version !== undefined &&
      block('editionStmt', {}, inline('edition', { n: version }, `Version ${version}`, date && [', ', day(date)])),
    inline('extent', {}, measure(document.pages, 'page'), ', ', measure(document.words, 'word')),
    block(
      'publicationStmt',
      {},
      publisher === undefined ? unnamed('publisher', 'No publisher is named') : inline('publisher', {}, publisher),
      date !== undefined && day(date),
      inline('idno', { type: 'memcon' }, edition.name),
      edition.doi !== undefined && inline('idno', { type: 'DOI' }, edition.doi),
      edition.address !== undefined && inline('idno', { type: 'URI' }, edition.address),
      availability(edition),
    ),
    source.image !== undefined && block('notesStmt', {}, inline('note', {}, source.image)),
    sourceDesc(edition),
  );
}

/** Words that stand where a name would, and are none: whoever reads the name reads that it is not known. */
const unnamed = (name: 'name' | 'publisher', words: string): Element => inline(name, { cert: 'unknown' }, words);

const nobodyIn = ({ version, revisions }: Edition): string =>
  version === undefined && revisions.length === 0 ? 'No editor has reviewed this edition' : 'No editor is named';

/** The terms of the edition, and behind them what is said of the rights in the document. */
const availability = ({ licence, source }: Edition): Element =>
  block(
    'availability',
    { status: licence ? 'free' : 'unknown' },
    licence
      ? inline('licence', { target: licence.url }, licence.name)
      : inline('p', {}, 'No licence is given for this edition.'),
    source.rights !== undefined && inline('p', {}, source.rights),
  );

function sourceDesc({ source, document, witnesses, title }: Edition): Element {
  const extent = source.extent ?? count(document.pages, 'page');
  return block(
    'sourceDesc',
    {},
    block(
      'msDesc',
      {},
      block(
        'msIdentifier',
        {},
        source.repository !== undefined && inline('repository', {}, source.repository),
        source.collection !== undefined && inline('collection', {}, source.collection),
        source.shelfmark !== undefined && inline('idno', {}, source.shelfmark),
      ),
      block(
        'msContents',
        {},
        block(
          'msItem',
          {},
          inline('title', {}, document.formTitle ?? title.main),
          document.date !== undefined &&
            inline('docDate', { when: document.date }, document.dateWords ?? dayInWords(document.date)),
        ),
      ),
      block(
        'physDesc',
        {},
        block(
          'objectDesc',
          { form: source.form ?? 'typescript' },
          block('supportDesc', {}, inline('extent', {}, extent)),
        ),
      ),
      source.provenance !== undefined &&
        block('history', {}, block('provenance', {}, inline('p', {}, source.provenance))),
    ),
    block(
      'listWit',
      {},
      inline('witness', { 'xml:id': 'ocr' }, 'The machine transcription of the typescript, the base of this edition.'),
      witnesses.map(({ id, title: name, detail, url }) =>
        inline(
          'witness',
          { 'xml:id': id },
          inline(
            'bibl',
            {},
            inline('title', {}, name),
            detail !== undefined && `, ${detail}`,
            url !== undefined && ['. ', inline('ref', { target: url }, url)],
          ),
        ),
      ),
    ),
  );
}

/** What every edition made by the program holds to; the words of the editorial declaration. */
function encodingDesc({ software, schema, witnesses, document }: Edition): Element {
  const paragraph = (text: string) => inline('p', {}, text);
  const others =
    witnesses.length > 0 ? 'after another witness as app with the readings of all, or by conjecture' : 'by conjecture';
  return block(
    'encodingDesc',
    {},
    block(
      'projectDesc',
      {},
      paragraph(
        'A machine transcription of a typed document, marked up by software and corrected by an editor. What the software found has resp="#memcon", what the editor decided resp="#editor"; cert says how sure each is.',
      ),
    ),
    block(
      'editorialDecl',
      {},
      block(
        'correction',
        { method: 'markup' },
        paragraph(
          `The transcription is kept letter by letter: read with the base readings (rdg or lem with wit="#ocr", sic, orig, abbr) the text gives it back, white space aside. What the format of the transcription has written and the paper has not stands in processing instructions: memcon-markup holds such characters, memcon-reference those for which the one character after it stands. Misreadings are mended ${others}, as choice with sic and corr.`,
        ),
      ),
      block(
        'normalization',
        { method: 'markup' },
        paragraph(
          'Spelling, capitals and punctuation are those of the transcription. Abbreviations are expanded where the authority files know them.',
        ),
      ),
      block('quotation', { marks: 'all' }, paragraph('Quotation marks are kept as typed, inside q.')),
      block(
        'hyphenation',
        { eol: 'all' },
        paragraph(
          'Hyphens are kept as the transcription has them. Where a word goes on over the end of a line or page, lb or pb has break="no", and a hyphen that is none of the word’s own stands in pc with force="weak".',
        ),
      ),
      block(
        'segmentation',
        {},
        paragraph(
          'Pages are those of the transcription where its format gives them, and else told from running heads and feet. Where it comes from page images, each line begins with lb, and facs leads to its place. A paragraph that runs on over a page break is one p. A turn of speech is said; over several paragraphs its parts are chained by next and prev.',
        ),
      ),
      block(
        'interpretation',
        {},
        paragraph(
          'People, offices, organisations, places, events and dates are identified from the list of participants, the authority files and the day of the conversation. Reported speech is said with direct="false"; a turn without a verb of saying runs on until somebody else takes over, with lower certainty. Handwriting is inferred from the words, since the transcription does not show it. Words in unclear with reason="recognition" are those of which the recognition itself was not sure.',
        ),
      ),
    ),
    referenceDeclarations(),
    document.classification !== undefined &&
      block(
        'classDecl',
        {},
        block(
          'taxonomy',
          { 'xml:id': 'classification' },
          block(
            'category',
            { 'xml:id': `classification.${slug(document.classification)}` },
            inline('catDesc', {}, titleCase(document.classification)),
          ),
        ),
      ),
    block(
      'appInfo',
      {},
      block('application', { ident: software.name, version: software.version }, inline('label', {}, software.name)),
    ),
    inline('schemaRef', { type: 'ODD', url: `${schema}/memcon.odd` }),
  );
}

const titleCase = (words: string): string =>
  words.toLowerCase().replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());

function profileDesc(edition: Edition): Element {
  const { document, language, hands } = edition;
  const { date, dateWords, time, timeWords, place, origin = place, subjects, classification } = document;
  const named = (where: typeof place) => where && inline('placeName', { ref: `#${where.id}` }, where.words);
  const setting = [
    named(place),
    date !== undefined && inline('date', { when: date }, dateWords ?? dayInWords(date)),
    time !== undefined && inline('time', { when: time }, timeWords ?? time),
  ].filter((child) => child !== undefined && child !== false);
  return block(
    'profileDesc',
    {},
    (date !== undefined || origin) && block('creation', {}, date !== undefined && day(date), named(origin)),
    block('langUsage', {}, inline('language', { ident: language }, languageName(language))),
    setting.length > 0 && block('settingDesc', {}, block('setting', {}, setting)),
    particDesc(edition),
    hands.length > 0 &&
      block(
        'handNotes',
        {},
        hands.map(({ id, description, certainty, by }) =>
          inline('handNote', { 'xml:id': id, cert: certainty, resp: `#${by}` }, description),
        ),
      ),
    (classification !== undefined || subjects.length > 0) &&
      block(
        'textClass',
        {},
        classification !== undefined &&
          inline('catRef', { scheme: '#classification', target: `#classification.${slug(classification)}` }),
        subjects.length > 0 &&
          block(
            'keywords',
            {},
            subjects.map((subject) => inline('term', {}, subject)),
          ),
      ),
  );
}

const languageName = (tag: string): string =>
  new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(tag) ?? tag;

/** The people present, under their delegations, and who says how much; each is described in standOff. */
function particDesc({ people, delegations, conversation }: Edition): Element | undefined {
  const present = people.filter(({ participant }) => participant);
  if (present.length === 0 && !conversation) return undefined;
  const member = (person: (typeof present)[number]) => {
    const part = conversation?.people.find(({ who }) => who[0] === person);
    const talk = part && conversation && talkOf(part, conversation.words);
    return block('person', { sameAs: `#${person.id}`, role: person.participant?.role }, talk);
  };
  const outside = present.filter(({ participant }) => participant?.delegation === undefined);
  return block(
    'particDesc',
    {},
    delegations.map((name, n) => {
      const members = present.filter(({ participant }) => participant?.delegation === n).map(member);
      const attributes = { type: 'delegation', 'xml:id': `delegation.${n + 1}` };
      return members.length > 0 && block('listPerson', attributes, name !== '' && inline('head', {}, name), members);
    }),
    outside.length > 0 && block('listPerson', { type: 'participants' }, outside.map(member)),
    conversation && listTalk(conversation),
  );
}

function revisionDesc({ revisions }: Edition): Element | undefined {
  if (revisions.length === 0) return undefined;
  return block(
    'revisionDesc',
    {},
    revisions.map(({ date, what, target, version }) =>
      inline('change', { when: date, who: '#editor', n: version, target: target && `#${target}` }, what),
    ),
  );
}
