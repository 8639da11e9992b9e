import { createHash } from 'node:crypto';
import type { Message, Place } from './message.js';
import { RULES, type Rule } from './rules.js';

/** What a log says besides the messages. */
export interface SarifFacts {
  readonly software: { readonly name: string; readonly version: string };
  /** The address of a file: relative to the folder of the run where it lies below, percent-encoded, with `/`. */
  uriOf(file: string): string;
}

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;
const RULE_IDS = Object.keys(RULES);

/**
 * The messages as a log of SARIF, the Static Analysis Results Interchange Format, 2.1.0 (OASIS standard, with errata 01).
 * Section 3.14 has the run, 3.27 the result, 3.30 the region; its columns count from 1 and its end is exclusive, as in `Place`.
 */
export function sarifLog(messages: readonly Message[], facts: SarifFacts) {
  const fingerprint = fingerprints(facts);
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: facts.software.name,
            version: facts.software.version,
            semanticVersion: facts.software.version,
            rules: Object.entries<Rule>(RULES).map(([id, rule]) => descriptor(id, rule)),
          },
        },
        invocations: [{ executionSuccessful: messages.every(({ rule }) => rule !== 'program-is-sound') }],
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        results: messages.map((found) => ({
          ruleId: found.rule,
          ruleIndex: RULE_IDS.indexOf(found.rule),
          level: LEVEL[found.severity],
          message: { text: `${found.reason} ${found.advice}` },
          ...(found.file !== undefined && { locations: [location(found.file, found.place, facts)] }),
          ...(found.related &&
            found.related.length > 0 && {
              relatedLocations: found.related.map(({ file, place, reason }, id) => ({
                id,
                message: { text: reason },
                ...location(file, place, facts),
              })),
            }),
          partialFingerprints: { 'memconFinding/v1': fingerprint(found) },
        })),
      },
    ],
  };
}

/** Section 3.49. */
const descriptor = (id: string, { holds, why, severity, stage }: Rule) => ({
  id,
  shortDescription: { text: holds },
  fullDescription: { text: `${holds} ${why}` },
  help: { text: `${holds} ${why}`, markdown: `**${holds}** ${why}` },
  defaultConfiguration: { level: LEVEL[severity] },
  properties: { tags: ['TEI', stage] },
});

/** Sections 3.28 to 3.30. */
const location = (file: string, place: Place | undefined, { uriOf }: SarifFacts) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(file) },
    ...(place && {
      region: {
        startLine: place.start.line,
        startColumn: place.start.column,
        endLine: place.end.line,
        endColumn: place.end.column,
      },
    }),
  },
});

/**
 * By what a finding is known again in another run (section 3.27.17): the rule, the file, what is said and of which
 * words, not where; of several alike, its number. GitHub's `primaryLocationLineHash` is left to GitHub, which reckons
 * it from the file and warns of one that differs from its own.
 */
function fingerprints({ uriOf }: SarifFacts): (found: Message) => string {
  const seen = new Map<string, number>();
  return ({ rule, file, words = '', reason }) => {
    const said = reason.replace(/\b(line|column|offset) \d+/gi, '$1');
    const parts = JSON.stringify([rule, file === undefined ? '' : uriOf(file), words, said]);
    const number = (seen.get(parts) ?? 0) + 1;
    seen.set(parts, number);
    return `${createHash('sha256').update(parts).digest('hex').slice(0, 32)}:${number}`;
  };
}
