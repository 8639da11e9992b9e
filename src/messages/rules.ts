export type Severity = 'error' | 'warning' | 'info';

/** The stage that makes a rule's messages. */
export type Stage =
  | 'sources'
  | 'authorities'
  | 'reading'
  | 'editing'
  | 'validation'
  | 'publication'
  | 'citation'
  | 'deposit'
  | 'workspace';

export interface Rule {
  stage: Stage;
  severity: Severity;
  /** What should hold, as one statement. */
  holds: string;
  /** Why it matters to a reader, an editor or an archivist. */
  why: string;
}

/** The catalogue: an id says what should hold; a message of the rule says that it does not. */
export const RULES = {
  'file-is-found': {
    stage: 'workspace',
    severity: 'error',
    holds: 'A file or folder named on the command line or in the workspace exists and can be read.',
    why: 'Without it there is nothing to work on.',
  },
  'folder-holds-a-transcription': {
    stage: 'workspace',
    severity: 'error',
    holds: 'A folder given to the build is a workspace, an edition, or holds a transcription.',
    why: 'An edition is made from a transcription; none was found there.',
  },
  'transcription-is-one': {
    stage: 'workspace',
    severity: 'info',
    holds: 'A folder holds its transcription in one format.',
    why: 'An edition is made from one of them; the others may differ from it.',
  },
  'image-is-found': {
    stage: 'workspace',
    severity: 'info',
    holds: 'A page image that a transcription names lies beside it.',
    why: 'Readers could hold the text against the paper.',
  },
  'licence-is-given': {
    stage: 'workspace',
    severity: 'warning',
    holds: 'A workspace says under which licence its editions may be used.',
    why: 'Readers, libraries and harvesters cannot tell what they may do with an edition; none is assumed for you.',
  },
  'output-is-writable': {
    stage: 'workspace',
    severity: 'error',
    holds: 'The output folder can be written.',
    why: 'Nothing can be delivered otherwise; what stood there before is untouched.',
  },
  'address-is-free': {
    stage: 'workspace',
    severity: 'error',
    holds: 'The address and port on which the preview is to listen exist on this machine and are free.',
    why: 'Two programs cannot answer on one port.',
  },
  'preview-stays-on-this-machine': {
    stage: 'workspace',
    severity: 'warning',
    holds: 'A preview listens on this machine only.',
    why: 'What is not yet published could be read by anybody who reaches the address; nothing asks for a password.',
  },
  'run-date-is-readable': {
    stage: 'workspace',
    severity: 'error',
    holds: 'SOURCE_DATE_EPOCH, where it is set, is a count of seconds.',
    why: 'The date of an edition that has none of its own is taken from it.',
  },
  'language-is-known': {
    stage: 'workspace',
    severity: 'error',
    holds: 'The pages are wanted in a language in which the program has words for them.',
    why: 'Pages half in one language and half in another help nobody.',
  },
  'browser-is-found': {
    stage: 'workspace',
    severity: 'error',
    holds: 'A PDF is asked for where Chromium is installed.',
    why: 'The pages are set by a browser: memcon brings none.',
  },
  'browser-prints': {
    stage: 'workspace',
    severity: 'error',
    holds: 'The browser makes a PDF of the page that it is given.',
    why: 'Nothing was written: pages would link to a PDF that is not there.',
  },
  'editions-have-names-of-their-own': {
    stage: 'workspace',
    severity: 'error',
    holds: 'No two editions of one run have the same name.',
    why: 'They would be written over each other.',
  },
  'yaml-is-well-formed': {
    stage: 'workspace',
    severity: 'error',
    holds: 'A YAML file of the workspace can be parsed.',
    why: 'No decision in the file can be read until it is.',
  },
  'yaml-keeps-to-the-schema': {
    stage: 'workspace',
    severity: 'error',
    holds: 'A YAML file has only the keys and values that its schema names.',
    why: 'A key with a spelling mistake would otherwise be passed over in silence.',
  },
  'ids-are-on-record': {
    stage: 'workspace',
    severity: 'error',
    holds: 'The register of published ids has each id once, with the words for which the build has written it.',
    why: 'Citations might come to mean other words than those that were cited.',
  },
  'releases-are-on-record': {
    stage: 'workspace',
    severity: 'error',
    holds: 'The list of releases has each version once, with the SHA-256 of its TEI file.',
    why: 'A version that was published could be released a second time with other words.',
  },
  'release-goes-forward': {
    stage: 'workspace',
    severity: 'error',
    holds: 'A release has a semantic version after those that were released, and writes over none.',
    why: 'Whoever has cited a version must find it as it was.',
  },
  'release-has-its-version': {
    stage: 'workspace',
    severity: 'warning',
    holds: 'An edition that is not what was released has another version.',
    why: 'Two texts would be cited under one number.',
  },
  'release-is-kept': {
    stage: 'workspace',
    severity: 'warning',
    holds: 'The releases on record are in the output folder, as they were released.',
    why: 'The pages link to them, and so do citations.',
  },
  'text-is-utf-8': {
    stage: 'sources',
    severity: 'error',
    holds: 'A file is encoded in UTF-8, and says nothing else of itself.',
    why: 'In another encoding its characters would be guessed, and a guess may be lost for good.',
  },
  'text-is-not-empty': {
    stage: 'sources',
    severity: 'error',
    holds: 'A transcription has at least one word.',
    why: 'There is nothing to edit.',
  },
  'characters-are-allowed': {
    stage: 'sources',
    severity: 'error',
    holds: 'A transcription has only characters that XML 1.0 allows (section 2.2, production Char).',
    why: 'XML has no way to write such a character, and leaving it out would alter the transcription.',
  },
  'line-is-readable': {
    stage: 'sources',
    severity: 'error',
    holds: 'No line of a transcription is longer than a million characters.',
    why: 'A typist’s line has about eighty; a line of that length is something else than a transcription.',
  },
  'transcription-format-is-known': {
    stage: 'sources',
    severity: 'error',
    holds: 'A transcription in XML or HTML is ALTO, PAGE XML or hOCR.',
    why: 'In another format nobody can tell what is text of the document and what is said about it.',
  },
  'authority-is-well-formed': {
    stage: 'authorities',
    severity: 'error',
    holds: 'An authority file is well-formed XML with TEI lists of people, organisations, places or events.',
    why: 'Names and offices cannot be resolved through a file that cannot be read.',
  },
  'authority-ids-are-unique': {
    stage: 'authorities',
    severity: 'error',
    holds: 'An id stands in the authority files once.',
    why: 'A reference to it would mean two people or two places.',
  },
  'authority-id-is-known': {
    stage: 'authorities',
    severity: 'error',
    holds: 'An id that a decision or description names stands in the authority files.',
    why: 'The edition would point at someone of whom it can say nothing.',
  },
  'pages-are-found': {
    stage: 'reading',
    severity: 'info',
    holds: 'Page breaks are marked in the transcription, or can be told from heads and feet.',
    why: 'Scholars cite pages; without breaks the whole text counts as one page.',
  },
  'page-numbers-run': {
    stage: 'reading',
    severity: 'warning',
    holds: 'Page numbers rise by one from page to page.',
    why: 'A broken run points at a misread number, a missing sheet, or sheets out of order.',
  },
  'document-numbers-run': {
    stage: 'reading',
    severity: 'warning',
    holds: 'Numbers stamped or typed on each page (document, control, frame) keep their letters and rise by one.',
    why: 'A broken run points at a misread number, and an archivist finds the sheet by it.',
  },
  'catchword-matches': {
    stage: 'reading',
    severity: 'warning',
    holds: 'A catchword is the first word of the next page.',
    why: 'One of the two is misread, or a sheet is missing.',
  },
  'dates-agree': {
    stage: 'reading',
    severity: 'warning',
    holds: 'The conversation comes before its approval, and the approval before the distribution.',
    why: 'A date out of order is a misreading, or the annotation belongs to another paper.',
  },
  'drafter-is-known': {
    stage: 'reading',
    severity: 'info',
    holds: 'A memorandum in the first person names its drafter.',
    why: 'What “I” says is somebody’s, and readers want to know whose.',
  },
  'weekday-fits': {
    stage: 'reading',
    severity: 'warning',
    holds: 'A day of the week that stands with a date is that day’s.',
    why: 'One of the two is misread or mistyped, and whoever cites the date repeats the error.',
  },
  'markings-agree': {
    stage: 'reading',
    severity: 'warning',
    holds: 'The classification markings of the pages agree, and each is one of those in use.',
    why: 'A marking that is no marking is a misreading; a page marked otherwise may belong to another document.',
  },
  'participants-are-read': {
    stage: 'reading',
    severity: 'info',
    holds: 'Every line of the list of participants names a person or an office.',
    why: 'Whoever is not read from the list counts as absent, and what he says as somebody else’s.',
  },
  'form-is-complete': {
    stage: 'reading',
    severity: 'info',
    holds: 'A memorandum of conversation names its date, subject and participants.',
    why: 'Registers and citations are made from them; the edition says what it does not know.',
  },
  'speaker-is-present': {
    stage: 'reading',
    severity: 'warning',
    holds: 'Whoever speaks is among the participants, or is the drafter.',
    why: 'A man who speaks and was not in the room is almost always a misread name.',
  },
  'interpreter-does-not-speak': {
    stage: 'reading',
    severity: 'warning',
    holds: 'The interpreter gives the words of others and has no turn of his own.',
    why: 'A turn of the interpreter is mostly that of the man for whom he interprets, or a misread name.',
  },
  'spelling-agrees': {
    stage: 'reading',
    severity: 'warning',
    holds: 'A name is spelt in the text as in the list of participants or the authority files.',
    why: 'A letter misread hides a name from whoever searches for it.',
  },
  'name-is-unambiguous': {
    stage: 'reading',
    severity: 'info',
    holds: 'A name, an office or a pronoun that speaks means one person of the document.',
    why: 'The edition must choose, and a reader should know between whom.',
  },
  'office-held-that-day': {
    stage: 'reading',
    severity: 'warning',
    holds: 'Whoever has the title of an office held it on the day of the document, or before.',
    why: 'A title that came later points at a misread date, or at another man.',
  },
  'name-resolves': {
    stage: 'reading',
    severity: 'info',
    holds: 'A person named stands among the participants or in an authority file.',
    why: 'Readers cannot follow the name beyond this edition.',
  },
  'witness-is-one-document': {
    stage: 'editing',
    severity: 'error',
    holds:
      'A witness is another text of the document; where its file holds several documents, the one to collate is named.',
    why: 'The transcription would be compared with the text of another document.',
  },
  'decision-finds-its-words': {
    stage: 'editing',
    severity: 'error',
    holds: 'The words that a decision quotes stand where it says.',
    why: 'A decision that matches nothing is a decision lost.',
  },
  'decision-quotes-to-the-letter': {
    stage: 'editing',
    severity: 'warning',
    holds: 'The words that a decision quotes stand there letter by letter.',
    why: 'The transcription has changed since; what was decided may hold for other words now.',
  },
  'decision-finds-one-place': {
    stage: 'editing',
    severity: 'error',
    holds: 'The words that a decision quotes stand there once.',
    why: 'The machine must not choose which of two places the editor meant.',
  },
  'decision-is-of-its-time': {
    stage: 'editing',
    severity: 'warning',
    holds: 'A decision is no later than the edition in which it stands, by version and by day.',
    why: 'The errata and the datestamps for harvesters would tell of a version or a day that has not been.',
  },
  'decision-fits-its-place': {
    stage: 'editing',
    severity: 'error',
    holds: 'What a decision settles is there to be settled: a hand for an annotation, a speaker for running text.',
    why: 'A decision without effect is a decision lost.',
  },
  'decisions-do-not-overlap': {
    stage: 'editing',
    severity: 'error',
    holds: 'No two decisions settle the same thing for the same words, and none stands inside another.',
    why: 'Only one of them could stand in the text.',
  },
  'decision-changes-something': {
    stage: 'editing',
    severity: 'warning',
    holds: 'The reading that a decision gives differs from the transcription.',
    why: 'The apparatus would show a correction where nothing was corrected.',
  },
  'reference-resolves': {
    stage: 'validation',
    severity: 'error',
    holds: 'A reference leads to something in the file, of the right kind, or to the web.',
    why: 'A reader who follows it arrives nowhere.',
  },
  'entry-is-mentioned': {
    stage: 'validation',
    severity: 'warning',
    holds: 'An entry of the registers is mentioned in the file.',
    why: 'A register would list someone whom the document does not name.',
  },
  'id-is-unique': {
    stage: 'validation',
    severity: 'error',
    holds: 'An id stands in the file once.',
    why: 'A citation by it would mean two places.',
  },
  'xml-is-well-formed': {
    stage: 'validation',
    severity: 'error',
    holds: 'A file in XML, the edition or a transcription, is well-formed.',
    why: 'No other program can read it otherwise.',
  },
  'xml-has-no-dtd': {
    stage: 'validation',
    severity: 'error',
    holds: 'A file in XML has no document type declaration; that of hOCR may name XHTML and no more.',
    why: 'Entities can pull in other files or grow without bound; an edition stands alone.',
  },
  'speaker-takes-part': {
    stage: 'validation',
    severity: 'error',
    holds: 'Whoever has a turn is entered in the description of the participants.',
    why: 'Words are given to somebody of whom the edition does not say that he was there.',
  },
  'direct-speech-is-marked': {
    stage: 'validation',
    severity: 'error',
    holds: 'Words said to be the speaker’s own stand in quotation marks or after the speaker’s name.',
    why: 'Readers take for a quotation what is a report.',
  },
  'pages-ascend': {
    stage: 'validation',
    severity: 'error',
    holds: 'The numbers of page breaks rise from one to the next.',
    why: 'A page cited by its number would be looked for in the wrong place, or found twice.',
  },
  'app-has-a-base-reading': {
    stage: 'validation',
    severity: 'error',
    holds: 'An entry of the apparatus has the words of the transcription as one of its readings.',
    why: 'What the transcription has at this place would be lost.',
  },
  'mended-reading-has-a-source': {
    stage: 'validation',
    severity: 'error',
    holds: 'A reading that departs from the transcription names who answers for it, and its source or reason.',
    why: 'Nobody could judge the emendation.',
  },
  'correction-has-a-reason': {
    stage: 'validation',
    severity: 'error',
    holds: 'A conjecture names who answers for it, and its source or reason.',
    why: 'Nobody could judge the conjecture.',
  },
  'supplied-words-have-a-reason': {
    stage: 'validation',
    severity: 'error',
    holds: 'Words put in by an editor name who answers for them, and why they are missing.',
    why: 'Readers could not tell what the editor knows from what he guesses.',
  },
  'name-is-not-empty': {
    stage: 'validation',
    severity: 'error',
    holds: 'A name has words.',
    why: 'It names nobody, and no reader sees it.',
  },
  'hand-is-used': {
    stage: 'validation',
    severity: 'warning',
    holds: 'A hand that is described has written something in the document.',
    why: 'A hand that wrote nothing is a description left over, or an annotation lacks its hand.',
  },
  'witness-is-used': {
    stage: 'validation',
    severity: 'warning',
    holds: 'A witness that is listed has a reading in the apparatus, but for the transcription itself.',
    why: 'The list promises an apparatus that is not there.',
  },
  'note-says-whose-it-is': {
    stage: 'validation',
    severity: 'error',
    holds: 'A note by hand names its hand, a commentary its editor and the passage it is on.',
    why: 'Handwriting of the time and a remark of today could be taken for each other.',
  },
  'stamp-stands-in-furniture': {
    stage: 'validation',
    severity: 'error',
    holds: 'The words of a stamp stand in stamp, inside furniture of this type.',
    why: 'The views would not show it as a stamp.',
  },
  'talk-is-counted': {
    stage: 'validation',
    severity: 'error',
    holds: 'The counts of the conversation are those of the text.',
    why: 'The table of the conversation would not fit the conversation.',
  },
  'level-is-earned': {
    stage: 'validation',
    severity: 'error',
    holds: 'A file of the fifth level has a change by a person.',
    why: 'The fifth level of “Best Practices for TEI in Libraries” is for texts on which somebody who knows the subject has worked.',
  },
  'counts-are-whole': {
    stage: 'validation',
    severity: 'error',
    holds: 'Things are counted in whole numbers; a share is in percent, of a hundred.',
    why: 'Nobody can reckon with it.',
  },
  'life-is-in-order': {
    stage: 'validation',
    severity: 'error',
    holds: 'A person is born before dying.',
    why: 'One of the two dates is wrong, and an office may be given to the wrong holder.',
  },
  'dates-are-in-order': {
    stage: 'validation',
    severity: 'error',
    holds: 'A stretch of time ends after it begins.',
    why: 'One of the two is wrong, and nothing can be found by them.',
  },
  'finding-says-how-sure': {
    stage: 'validation',
    severity: 'error',
    holds: 'What the software found in the text says how sure it is.',
    why: 'A guess of the software would pass for knowledge.',
  },
  'parts-follow-each-other': {
    stage: 'validation',
    severity: 'error',
    holds: 'The parts of one turn, name or reading are of one kind and come in the order of the text.',
    why: 'Who reads the parts in turn would read words in the wrong order, or of two people as one.',
  },
  'parts-are-chained': {
    stage: 'validation',
    severity: 'error',
    holds: 'The parts of one thing point at each other.',
    why: 'Part of a turn, name or reading would be lost to whoever follows it.',
  },
  'grammar-holds': {
    stage: 'validation',
    severity: 'error',
    holds: 'A TEI file is valid against the RELAX NG schema in schema/memcon.rng, or the one named with --schema.',
    why: 'Whoever processes the edition relies on its form.',
  },
  'schema-is-relax-ng': {
    stage: 'validation',
    severity: 'error',
    holds: 'A schema named with --schema is RELAX NG in the XML syntax, and all that it includes lies on the disk.',
    why: 'Nothing can be held against a schema that cannot be read; memcon fetches nothing from the network.',
  },
  'findings-are-all-listed': {
    stage: 'validation',
    severity: 'info',
    holds: 'A check lists all its messages; of one rule about one TEI file, the first hundred.',
    why: 'There is more to mend than what is listed.',
  },
  'edition-is-as-built': {
    stage: 'validation',
    severity: 'info',
    holds: 'A TEI file of an edition in the workspace is what memcon builds of it now.',
    why: 'What is mended in the file itself is lost with the next build; transcription and decisions stay.',
  },
  'text-is-conserved': {
    stage: 'validation',
    severity: 'error',
    holds: 'Read in document order with the base readings, the edition is the transcription, white space aside.',
    why: 'Not one character of the transcription may be lost or added in silence.',
  },
  'view-covers-element': {
    stage: 'publication',
    severity: 'error',
    holds: 'Every element of the text has a template in every view.',
    why: 'Something would disappear from the page without a word.',
  },
  'edition-is-built': {
    stage: 'citation',
    severity: 'error',
    holds: 'Where passages are to be cited, there is a built edition.',
    why: 'A citation gives the words as they are published.',
  },
  'version-is-released': {
    stage: 'citation',
    severity: 'error',
    holds: 'A version whose words are to be cited was released.',
    why: 'Only what was released stays as it was.',
  },
  'references-are-declared': {
    stage: 'citation',
    severity: 'error',
    holds: 'The header of an edition declares what can be cited in it, as refsDecl with citeStructure.',
    why: 'A reference would mean one thing to this program and another to the next.',
  },
  'reference-finds-a-passage': {
    stage: 'citation',
    severity: 'error',
    holds: 'A reference leads to a passage of a built edition.',
    why: 'A reader who follows it would find nothing.',
  },
  'reference-is-one-passage': {
    stage: 'citation',
    severity: 'error',
    holds: 'A reference means one passage.',
    why: 'A reader who follows it might find another than the one that was meant.',
  },
  'cited-words-are-to-the-letter': {
    stage: 'citation',
    severity: 'info',
    holds: 'Words by which a passage is cited stand in it to the letter.',
    why: 'Whoever quotes them as typed would misquote.',
  },
  'address-is-the-editions': {
    stage: 'citation',
    severity: 'warning',
    holds: 'An address by which a passage is cited is one of the edition that is cited.',
    why: 'An edition elsewhere that has the same name may have other words.',
  },
  'access-day-is-a-day': {
    stage: 'citation',
    severity: 'error',
    holds: 'The day on which a page was looked at is a day of the calendar, as year, month and day.',
    why: 'It would stand in the citation as it is.',
  },
  'citation-is-readable': {
    stage: 'citation',
    severity: 'error',
    holds: 'A citation that is to be proved names its passage and has the SHA-256 of the words.',
    why: 'Nothing can be said of it otherwise.',
  },
  'cited-words-stand': {
    stage: 'citation',
    severity: 'error',
    holds: 'Cited words stand in the edition as they were cited.',
    why: 'The citation would be taken for what the edition now says.',
  },
  'deposit-is-described': {
    stage: 'deposit',
    severity: 'warning',
    holds: 'An edition that is deposited has its day, a publisher, a licence and a statement of rights.',
    why: 'Catalogues ask for them, and whoever finds the deposit must know whose it is and what may be done with it.',
  },
  'deposit-has-identifier': {
    stage: 'deposit',
    severity: 'warning',
    holds: 'An edition that is deposited has a DOI, and one that was really given to it.',
    why: 'A record of DataCite is a record of a DOI; one that was made up would lead nowhere, or to the work of others.',
  },
  'bag-keeps-to-bagit': {
    stage: 'deposit',
    severity: 'error',
    holds:
      'A bag keeps to BagIt (RFC 8493): its declaration, manifests, file names and archive are in the form that programs expect.',
    why: 'Other archives could not read it, or would read something else.',
  },
  'bag-is-complete': {
    stage: 'deposit',
    severity: 'error',
    holds: 'Every file that the manifests of a bag list is in it, and every file in it is listed.',
    why: 'What is missing is lost, and of what is not listed nobody can say whether it belongs there.',
  },
  'bag-is-unaltered': {
    stage: 'deposit',
    severity: 'error',
    holds: 'Every file of a bag has the digests that its manifests give.',
    why: 'It is not what was deposited.',
  },
  'program-is-sound': {
    stage: 'workspace',
    severity: 'error',
    holds: 'The program itself makes no mistake.',
    why: 'The material may be in order; the program failed on it.',
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;
