import type { Range } from './transcription.js';

/** Who says it: the software, or the editor of the edition. */
export type By = 'memcon' | 'editor';
export type Certainty = 'high' | 'medium' | 'low';
const CERTAINTIES: readonly Certainty[] = ['low', 'medium', 'high'];
export const lesser = (one: Certainty, other: Certainty): Certainty =>
  CERTAINTIES.indexOf(one) < CERTAINTIES.indexOf(other) ? one : other;

/** What every mark carries beside its range. */
export interface Found extends Range {
  readonly by: By;
  readonly certainty: Certainty;
  /** The rule, or the witness, that made the mark; for people, not for the program. */
  readonly evidence: string;
}

/** Where on the sheet, as TEI's `place` has it. */
export type Position = 'top' | 'bottom' | 'margin' | 'inline';
export type FurnitureType =
  | 'letterhead'
  | 'form'
  | 'classification'
  | 'pageNum'
  | 'catch'
  | 'control'
  | 'stamp'
  | 'header'
  | 'footer'
  | 'other';

/** A new page begins at `start`; the range is empty. */
export interface PageMark extends Found {
  readonly kind: 'page';
  /** The place of the page in the document, from 1; not the number that may be typed on it. */
  readonly n: number;
  /** The page image that shows it, by its place among the images from 1. */
  readonly surface?: number;
  /** A word goes on over the page's end. */
  readonly broken?: true;
}
/** What stands on the sheet beside the text: running heads and feet, numbers, stamps. */
export interface FurnitureMark extends Found {
  readonly kind: 'furniture';
  readonly type: FurnitureType;
  readonly position: Position;
}
/** Added by hand after the typist. `hand` is the id of a hand of `edition.yaml`, when the editor has settled it. */
export interface AnnotationMark extends Found {
  readonly kind: 'annotation';
  readonly position: Position;
  readonly hand?: string;
}
/** The form's own title, such as "Memorandum of Conversation". */
export interface TitleMark extends Found {
  readonly kind: 'title';
}
/** The lines that give date, hour and place. */
export interface DatelineMark extends Found {
  readonly kind: 'dateline';
}
/** A labelled list of the form; `columns` where the sides stand beside each other. */
export interface ListMark extends Found {
  readonly kind: 'list';
  readonly type: ListType;
  readonly columns?: true;
}
export type ListType =
  | 'subject'
  | 'participants'
  | 'to'
  | 'from'
  | 'through'
  | 'drafter'
  | 'clearance'
  | 'approval'
  | 'attachments'
  | 'reference';
/** The label of a list or table, such as "PARTICIPANTS:". */
export interface LabelMark extends Found {
  readonly kind: 'label';
}
export interface ItemMark extends Found {
  readonly kind: 'item';
}
/** The people of one side, with the name of the side. */
export interface DelegationMark extends Found {
  readonly kind: 'delegation';
}
export interface DelegationNameMark extends Found {
  readonly kind: 'delegationName';
}
/** The list of people under a delegation's name. */
export interface MembersMark extends Found {
  readonly kind: 'members';
}
export interface TableMark extends Found {
  readonly kind: 'table';
  readonly type: 'distribution' | 'text';
}
export interface RowMark extends Found {
  readonly kind: 'row';
}
/** A cell; its range is empty where the cell is. */
export interface CellMark extends Found {
  readonly kind: 'cell';
}
/** A paragraph; over a page break it holds the furniture between its parts. */
export interface ParagraphMark extends Found {
  readonly kind: 'paragraph';
  /** The stretches of running text, in order, without the furniture between them. */
  readonly parts: readonly Range[];
  /** The number or letter before it, without its point or parentheses: `1`, `a`, `IV`. */
  readonly n?: string;
}
/** The number or letter that the typist set before a paragraph, with its point or parentheses. */
export interface NumberMark extends Found {
  readonly kind: 'number';
  readonly value?: number;
}
/** A note of the typist's own at the foot, with its sign. */
export interface FootnoteMark extends Found {
  readonly kind: 'footnote';
  readonly sign: string;
}
/** The sign in the text that leads to a footnote. */
export interface FootnoteSignMark extends Found {
  readonly kind: 'footnoteSign';
  readonly sign: string;
}
/** Lines above the greeting of a letter: to whom it goes, and where. */
export interface AddressMark extends Found {
  readonly kind: 'address';
}
/** "Dear Mr. Chairman:" */
export interface SaluteMark extends Found {
  readonly kind: 'salute';
}
/** The closing lines of a letter: "Sincerely yours," and the signature. */
export interface CloserMark extends Found {
  readonly kind: 'closer';
}
/** What follows "P.S." */
export interface PostscriptMark extends Found {
  readonly kind: 'postscript';
}
/** Signs between two sections, such as "* * *": words of nobody. */
export interface SeparatorMark extends Found {
  readonly kind: 'separator';
}
/** A line of its own that names what follows. */
export interface HeadingMark extends Found {
  readonly kind: 'heading';
}
/** A turn of speech, or the part of it that stands in one paragraph. */
export interface TurnMark extends Found {
  readonly kind: 'turn';
  /** Ids of the people whose words or views are reported. */
  readonly who: readonly string[];
  readonly toWhom?: string;
  /** True only for words in dialogue form. */
  readonly direct: boolean;
  /** The part goes on with the turn of the part before it. */
  readonly continues: boolean;
  /** Ids of people who may have spoken instead. */
  readonly others?: readonly string[];
}
/** The name before a turn in dialogue form, its colon included: "Rabin:". */
export interface SpeakerLabelMark extends Found {
  readonly kind: 'speakerLabel';
}
/** Words in quotation marks, the marks included. */
export interface QuotationMark extends Found {
  readonly kind: 'quotation';
}
/** A person by name. */
export interface PersonMark extends Found {
  readonly kind: 'person';
  readonly ref: string;
  /** Ids of people who may be meant instead. */
  readonly others?: readonly string[];
}
/** A person by office, "the Secretary", or by less than a name: a given name alone, "Couve". */
export interface OfficeMark extends Found {
  readonly kind: 'office';
  readonly ref: string;
  /** Ids of people who may be meant instead. */
  readonly others?: readonly string[];
}
/** A title before a name, or the office that follows a name in the list of participants. */
export interface RoleMark extends Found {
  readonly kind: 'role';
}
/** An organisation, a place or an event by one of its names; `expansion` where the name is an abbreviation. */
export interface EntityMark extends Found {
  readonly kind: 'organisation' | 'place' | 'event';
  readonly ref: string;
  readonly expansion?: string;
}
/** A date, or a phrase that gives one; W3C dates (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`). */
export interface DateMark extends Found {
  readonly kind: 'date';
  readonly when?: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** The whole time from `notBefore` to `notAfter` is meant, not a day within it. */
  readonly span?: true;
  /** The day of the week that stands with the date and is not that day's. */
  readonly weekday?: { readonly written: string; readonly real: string };
}
export interface TimeMark extends Found {
  readonly kind: 'time';
  /** `hh:mm:ss`, local time; of a span its beginning. */
  readonly when: string;
  /** The two ends of a span. */
  readonly from?: string;
  readonly to?: string;
}
/** How two readings differ (TEI Guidelines, 12.1.4): in sense, in spelling, in points, in type and the division of words. */
export type VariantType = 'substantive' | 'orthographic' | 'punctuation' | 'typography';
/** What some witnesses read; empty where they lack the words. */
export interface Variant {
  readonly reading: string;
  readonly witnesses: readonly string[];
  readonly type?: VariantType;
}
/** The readings at a place: one that takes that of the transcription's place, or witnesses that read otherwise. */
export interface EmendationMark extends Found {
  readonly kind: 'emendation';
  /** Empty where the words fall out; absent where the transcription's own stand. */
  readonly reading?: string;
  readonly reason: string;
  /** The ids of the witnesses that have the reading; where there are none it is a conjecture. */
  readonly witnesses?: readonly string[];
  /** Readings of witnesses that the edition does not take. Who is not named reads as the transcription. */
  readonly variants?: readonly Variant[];
}
/** The transcription's own mark-up of emphasis: the range holds the delimiters, `inner` the words. */
export interface EmphasisMark extends Found {
  readonly kind: 'emphasis';
  readonly rend: 'bold' | 'overstrike' | 'underline';
  readonly inner: Range;
  /** The hand that struck the words out, when settled. */
  readonly hand?: string;
}
/** The mark-up before and after the words; either range may be empty. */
export const delimitersOf = ({ start, end, inner }: EmphasisMark): Range[] => [
  { start, end: inner.start },
  { start: inner.end, end },
];
/** A line of the paper begins at `start`; the range is empty. */
export interface LineMark extends Found {
  readonly kind: 'line';
  /** A word goes on over the line's end. */
  readonly broken?: true;
  /** The zone of the page image that shows it. */
  readonly zone?: { readonly surface: number; readonly n: number };
}
/** The hyphen at the end of a line or page in a word that goes on; `soft` where the word has none of its own. */
export interface HyphenMark extends Found {
  readonly kind: 'hyphen';
  readonly soft: boolean;
}
/** Characters that the format of the transcription has and the paper has not: `#`, `|`, `---`, a comment. */
export interface MarkupMark extends Found {
  readonly kind: 'markup';
}
/** A character reference of the format: `&amp;` for `&`. */
export interface ReferenceMark extends Found {
  readonly kind: 'reference';
  readonly character: string;
}
/** Words read with doubt; `certainty` says how sure the reading is. */
export interface UnclearMark extends Found {
  readonly kind: 'unclear';
  readonly reason?: 'illegible' | 'faded' | 'recognition';
}
/** The transcriber's words for what is not there: "[illegible]", "[1 line not declassified]". */
export interface GapMark extends Found {
  readonly kind: 'gap';
  readonly reason: 'illegible' | 'redaction' | 'omission' | 'damage';
  readonly unit?: 'character' | 'word' | 'line' | 'paragraph' | 'page';
  readonly quantity?: number;
}
/** Words that the transcriber found so and marked "[sic]". */
export interface SicMark extends Found {
  readonly kind: 'sic';
}

export type Mark =
  | PageMark
  | FurnitureMark
  | AnnotationMark
  | TitleMark
  | DatelineMark
  | ListMark
  | LabelMark
  | ItemMark
  | DelegationMark
  | DelegationNameMark
  | MembersMark
  | TableMark
  | RowMark
  | CellMark
  | ParagraphMark
  | HeadingMark
  | SeparatorMark
  | TurnMark
  | SpeakerLabelMark
  | QuotationMark
  | PersonMark
  | OfficeMark
  | RoleMark
  | EntityMark
  | DateMark
  | TimeMark
  | EmendationMark
  | EmphasisMark
  | LineMark
  | NumberMark
  | FootnoteMark
  | FootnoteSignMark
  | AddressMark
  | SaluteMark
  | CloserMark
  | PostscriptMark
  | HyphenMark
  | MarkupMark
  | ReferenceMark
  | UnclearMark
  | GapMark
  | SicMark;

export type MarkKind = Mark['kind'];
export type MarkOf<K extends MarkKind> = Extract<Mark, { kind: K }>;

export const ofKind = <K extends MarkKind>(marks: readonly Mark[], kind: K): MarkOf<K>[] =>
  marks.filter((mark): mark is MarkOf<K> => mark.kind === kind);

/** The place of the page on which an offset stands, from 1. */
export const pageAt = (pages: readonly PageMark[], offset: number): number =>
  pages.findLast(({ start }) => start <= offset)?.n ?? 1;
