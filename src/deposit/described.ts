import { type Message, message } from '../messages/message.js';
import type { DepositRecord } from './record.js';

/** Where the descriptions stand that messages lead to: `edition.yaml` of the edition, `memcon.yaml` of its workspace. */
export interface DescriptionFiles {
  readonly edition: string;
  readonly workspace: string;
}

/** What the description of a workspace leaves to be assumed, said once for all of its editions. */
export function workspaceFaults(file: string, given: { publisher: boolean; licence: boolean }): Message[] {
  const say = (reason: string, advice: string) => message('deposit-is-described', { file, reason, advice });
  return [
    ...(given.publisher
      ? []
      : [
          say(
            'No publisher is given, so editions are deposited as published by their editors.',
            `Write “publisher: …” into ${file}.`,
          ),
        ]),
    ...(given.licence
      ? []
      : [
          say(
            'No licence is given, so the records of the deposit tell nobody what may be done with the editions.',
            `Write “licence:” with “name:” and “url:” into ${file}.`,
          ),
        ]),
  ];
}

/** Prefixes of which no DOI is ever registered: DataCite's for tests, Crossref's for examples. */
const PLACEHOLDERS = ['10.5072', '10.5555'];

/** What an archivist would miss in the description of an edition, and where to put it; errors keep it from being packed. */
export function descriptionFaults(record: DepositRecord, files: DescriptionFiles, day: string | undefined): Message[] {
  const described = (file: string, reason: string, advice: string) =>
    message('deposit-is-described', { file, words: record.name, reason, advice });
  const messages: Message[] = [];
  if (day === undefined) {
    const reason = `“${record.name}” has no day, and nothing can be deposited without one.`;
    const advice = `Write “date: YYYY-MM-DD” into ${files.edition}, or set SOURCE_DATE_EPOCH.`;
    messages.push({ ...described(files.edition, reason, advice), severity: 'error' });
  }
  messages.push(...identifierFaults(record, files.edition));
  if (!record.reviewed) {
    const reason = `No editor has looked through “${record.name}”: it has no publisher, and no record for DataCite is made.`;
    const advice = `When one has, write “version: 1.0.0”, “date:” and “editor:” into ${files.edition}, and “publisher:” into ${files.workspace}.`;
    messages.push(described(files.edition, reason, advice));
  }
  if (record.rights === undefined) {
    const reason = `Nothing is said of the rights in the paper of “${record.name}”.`;
    const advice = `Write “rights: …” under “source:” in ${files.edition}, such as why the document may be published.`;
    messages.push(described(files.edition, reason, advice));
  }
  return messages;
}

function identifierFaults({ name, doi, reviewed }: DepositRecord, file: string): Message[] {
  const say = (severity: 'error' | 'warning', reason: string, advice: string) => [
    message('deposit-has-identifier', { severity, file, words: doi ?? name, reason, advice }),
  ];
  if (doi === undefined)
    return say(
      'warning',
      `“${name}” has no DOI.${reviewed ? ' datacite.json is made without one, to register it with; datacite.xml is not made.' : ''}`,
      `When the registry has given one, write “identifier: {doi: 10.…/…}” into ${file} and deposit again; never make one up.`,
    );
  if (PLACEHOLDERS.some((prefix) => doi.startsWith(`${prefix}/`)))
    return say(
      'error',
      `“${doi}” is no DOI that was given to anything: its prefix is for tests and examples.`,
      `Write the DOI that the registry has given into ${file}, or take “identifier:” out; nothing is packed.`,
    );
  return [];
}
