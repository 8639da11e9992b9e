import type { Report } from './messages/message.js';

/** The few facts that a run is given from outside; a stage reads no file, clock, environment or network. */
export interface Context {
  readonly report: Report;
  /** The day of the run, ISO 8601, from `SOURCE_DATE_EPOCH`; absent when none was set: an output then has no date of its own. */
  readonly date?: string;
  readonly software: { readonly name: string; readonly version: string };
}
