/** The public interface: build an edition from a transcription in memory, and check any TEI file. */
export { type Authorities, indexAuthorities } from './authorities/authorities.js';
export type { AuthorityFile } from './authorities/read.js';
export type { Context } from './context.js';
export type { Description, PlacedDecision } from './editing/description.js';
export { isError, MaterialError, type Message, type Place, type Point } from './messages/message.js';
export { RULES, type RuleId, type Severity } from './messages/rules.js';
export { type BuildInput, type Built, build } from './pipeline.js';
export { publish } from './publication/views.js';
export { type Review, reviewOf, type Waiting } from './review.js';
export { type ReceivedFile, receive } from './sources/receive.js';
export type { Conversation } from './tei/edition.js';
export type { Mark, MarkKind } from './text/marks.js';
export { type Transcription, transcriptionOf } from './text/transcription.js';
export { type Grammar, loadGrammar } from './validation/grammar.js';
export { validate } from './validation/validate.js';
