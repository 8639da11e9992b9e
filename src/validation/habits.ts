/** An element written out of the habit of another vocabulary, or of another part of TEI, and what it is here. */
export interface ElementHabit {
  /** Names in small letters. */
  readonly names: readonly string[];
  /** Only in these elements. */
  readonly in?: readonly string[];
  /** Only where an attribute has one of these values. */
  readonly where?: { readonly attribute: string; readonly values: readonly string[] };
  readonly write: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Attributes that say no more than the new name does. */
  readonly without?: readonly string[];
}

const typed = (...values: string[]) => ({ attribute: 'type', values });
const PERSON = typed('person', 'pers', 'persName', 'personal');
const PLACE = typed('place', 'location', 'geog');
const ORG = typed('org', 'organisation', 'organization', 'organizational');

/** The first row that fits, and that the grammar takes in the place, decides. HTML, DocBook, TEI P4, FRUS, DTABf. */
export const ELEMENT_HABITS: readonly ElementHabit[] = [
  { names: ['i', 'em', 'emph', 'italic', 'cite'], write: 'hi', attributes: { rend: 'italic' } },
  { names: ['b', 'strong', 'bold'], write: 'hi', attributes: { rend: 'bold' } },
  { names: ['u', 'ins', 'underline', 'underlined'], write: 'hi', attributes: { rend: 'underline' } },
  { names: ['strike', 'deleted', 'strikethrough'], write: 'del', attributes: { rend: 'overstrike' } },
  { names: ['br', 'linebreak'], write: 'lb' },
  { names: ['page', 'pagebreak', 'milestone', 'hr'], write: 'pb', without: ['unit'] },
  { names: ['name', 'rs'], where: PERSON, write: 'persName', without: ['type'] },
  { names: ['name', 'rs'], where: PLACE, write: 'placeName', without: ['type'] },
  { names: ['name', 'rs'], where: ORG, write: 'orgName', without: ['type'] },
  { names: ['person', 'personname', 'pers'], write: 'persName' },
  { names: ['place', 'location', 'geogname', 'settlement', 'country', 'district'], write: 'placeName' },
  { names: ['org', 'organization', 'organisation', 'institution', 'corpname'], write: 'orgName' },
  { names: ['event', 'eventname'], write: 'rs', attributes: { type: 'event' } },
  { names: ['role', 'jobtitle', 'office'], write: 'roleName' },
  { names: ['speaker'], write: 'label', attributes: { type: 'speaker' } },
  { names: ['sp', 'speech', 'u', 'utterance'], write: 'said' },
  { names: ['footnote', 'fn'], write: 'note', attributes: { type: 'footnote' } },
  { names: ['annotation'], write: 'note', attributes: { type: 'annotation' } },
  { names: ['comment', 'commentary'], write: 'note', attributes: { type: 'commentary' } },
  { names: ['head'], in: ['div'], write: 'ab', attributes: { type: 'heading' } },
  { names: ['header'], write: 'teiHeader' },
  { names: ['header', 'letterhead'], write: 'fw', attributes: { type: 'letterhead' } },
  { names: ['footer'], write: 'fw', attributes: { type: 'footer' } },
  { names: ['pagenum', 'pagenumber'], write: 'fw', attributes: { type: 'pageNum' } },
  { names: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'heading'], write: 'head' },
  { names: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'heading'], write: 'ab', attributes: { type: 'heading' } },
  { names: ['div0', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'section'], write: 'div' },
  { names: ['para', 'paragraph', 'seg'], write: 'p' },
  { names: ['ul', 'ol', 'dl', 'listbibl'], write: 'list' },
  { names: ['li', 'listitem'], write: 'item' },
  { names: ['tr'], write: 'row' },
  { names: ['td', 'entry'], write: 'cell' },
  { names: ['th'], write: 'cell', attributes: { role: 'label' } },
  { names: ['blockquote', 'quote', 'socalled', 'mentioned'], write: 'q' },
  { names: ['a', 'link', 'ptr', 'xref', 'xptr'], write: 'ref' },
  { names: ['gloss', 'technical'], write: 'term' },
  { names: ['signed', 'signature'], write: 'closer' },
  { names: ['signed', 'signature'], write: 'salute' },
  { names: ['p', 'authority', 'distributor'], in: ['publicationStmt'], write: 'publisher' },
  { names: ['addition', 'inserted', 'insertion'], write: 'add' },
  { names: ['illegible', 'omission', 'missing'], write: 'gap', attributes: { reason: 'illegible' } },
  { names: ['ex', 'expansion'], write: 'expan' },
  { names: ['abbreviation', 'acronym'], write: 'abbr' },
  { names: ['img', 'figure'], write: 'graphic' },
  { names: ['hand'], write: 'handNote' },
  { names: ['sic', 'reg', 'expan'], in: ['choice'], write: 'corr' },
  { names: ['orig', 'corr', 'expan'], in: ['choice'], write: 'reg' },
  { names: ['abbr', 'corr', 'reg'], in: ['choice'], write: 'expan' },
  { names: ['lem'], in: ['app'], write: 'rdg' },
];

/** An attribute written out of habit, and what it is here; `on` where it holds for some elements only. */
export interface AttributeHabit {
  readonly names: readonly string[];
  readonly on?: readonly string[];
  readonly write: string;
}

export const ATTRIBUTE_HABITS: readonly AttributeHabit[] = [
  { names: ['id'], write: 'xml:id' },
  { names: ['lang'], write: 'xml:lang' },
  { names: ['key', 'corresp', 'sameas', 'idref', 'who', 'nymref'], write: 'ref' },
  { names: ['href', 'url', 'src', 'ref'], on: ['ref', 'note', 'licence'], write: 'target' },
  { names: ['src', 'href'], on: ['graphic'], write: 'url' },
  { names: ['speaker', 'by', 'person', 'ref', 'key'], write: 'who' },
  { names: ['to', 'addressee', 'listener'], write: 'toWhom' },
  { names: ['date', 'iso', 'value', 'normal', 'when-iso', 'datetime', 'reg'], write: 'when' },
  { names: ['after', 'from', 'notbefore-iso'], write: 'notBefore' },
  { names: ['before', 'to', 'notafter-iso'], write: 'notAfter' },
  { names: ['page', 'no', 'num', 'number', 'nr'], write: 'n' },
  { names: ['certainty', 'certain', 'sure'], write: 'cert' },
  { names: ['editor', 'responsibility', 'by'], write: 'resp' },
  { names: ['style', 'rendition', 'class', 'type', 'render'], write: 'rend' },
  { names: ['class', 'kind', 'function', 'role', 'subtype'], write: 'type' },
  { names: ['witness', 'source', 'ed', 'sigil'], write: 'wit' },
  { names: ['scribe', 'resp'], write: 'hand' },
  { names: ['position', 'pos', 'where'], write: 'place' },
];

/** What people write where a list asks for one word; `as` is the word of the list. Whatever is written in small letters. */
export const VALUE_HABITS: readonly { readonly words: readonly string[]; readonly as: string }[] = [
  { words: ['certain', 'sure', 'definite', 'yes', 'hi', 'strong', 'full', '1', '1.0', '100%'], as: 'high' },
  { words: ['probable', 'likely', 'med', 'mid', 'moderate', 'middle'], as: 'medium' },
  { words: ['uncertain', 'unsure', 'possible', 'doubtful', 'unlikely', 'no', 'weak', '?'], as: 'low' },
  { words: ['yes', 'y', '1', 't', 'direct'], as: 'true' },
  { words: ['no', 'n', '0', 'f', 'indirect', 'reported'], as: 'false' },
  { words: ['i', 'it', 'ital', 'italics', 'em'], as: 'italic' },
  { words: ['b', 'strong'], as: 'bold' },
  { words: ['u', 'ul', 'underlined', 'underscore'], as: 'underline' },
  { words: ['strikethrough', 'strike', 'struck', 'crossed', 'strikeout', 'overtyped'], as: 'overstrike' },
  { words: ['pers', 'people', 'persname'], as: 'person' },
  { words: ['org', 'organization', 'institution', 'orgname'], as: 'organisation' },
  { words: ['location', 'geog', 'placename'], as: 'place' },
  { words: ['page', 'pagenumber', 'pageno', 'folio'], as: 'pageNum' },
  { words: ['catchword', 'custos'], as: 'catch' },
  { words: ['marking', 'security', 'secret'], as: 'classification' },
  { words: ['source', 'editorial', 'editor', 'comment', 'note', 'ed'], as: 'commentary' },
  { words: ['handwritten', 'manuscript', 'marginal', 'marginalia'], as: 'annotation' },
  { words: ['foot', 'fn', 'endnote'], as: 'footnote' },
  { words: ['attendees', 'present', 'persons'], as: 'participants' },
  { words: ['supralinear', 'superscript', 'over'], as: 'above' },
  { words: ['infralinear', 'sublinear', 'under'], as: 'below' },
  { words: ['head', 'header', 'topofpage'], as: 'top' },
  { words: ['foot', 'footer'], as: 'bottom' },
  { words: ['document', 'memo', 'memcon'], as: 'memorandum' },
  { words: ['complete', 'full'], as: 'main' },
  { words: ['main', 'pref', 'standard', 'canonical', 'full'], as: 'preferred' },
  { words: ['alt', 'alternative', 'other'], as: 'variant' },
  { words: ['short', 'abbr', 'acronym'], as: 'abbreviation' },
];
