import { formatOf } from './formats.js';
import type { PackedFile } from './packed-file.js';
import { type Node, node, words } from './xml.js';

export const PREMIS_SCHEMA = {
  namespace: 'http://www.loc.gov/premis/v3',
  location: 'https://www.loc.gov/standards/premis/v3/premis.xsd',
};

/** Something that was really done, and how it ended. */
export interface PremisEvent {
  /** Of the Library of Congress's list of event types. */
  readonly type: 'validation' | 'message digest calculation';
  readonly detail: string;
  readonly outcome: 'pass';
  readonly note?: string;
  /** The files that it was done to, by their paths. */
  readonly objects: readonly string[];
}

export interface Agent {
  readonly name: string;
  readonly version: string;
  readonly note?: string;
}

const AGENT = 'agent.memcon';

/** @param date the day that was set for the run, where one was */
export const agentOf = ({
  software,
  date,
}: {
  readonly software: Pick<Agent, 'name' | 'version'>;
  readonly date?: string;
}): Agent => ({
  ...software,
  note:
    date === undefined
      ? 'Events have the day of the edition: no other was set for this deposit (SOURCE_DATE_EPOCH).'
      : 'Events have the day that was set for this deposit (SOURCE_DATE_EPOCH).',
});

/** That the digests of these files were made as they were written. */
export const digestsMade = (files: readonly PackedFile[]): PremisEvent => ({
  type: 'message digest calculation',
  outcome: 'pass',
  detail: 'SHA-256 and SHA-512 of each file, as it was written.',
  objects: files.map(({ path }) => path),
});

/** Identifiers are paths in the payload: they mean something as long as the bag is whole. */
const identifier = (kind: 'object' | 'event' | 'agent', value: string): Node =>
  node(
    `premis:${kind}Identifier`,
    {},
    node(`premis:${kind}IdentifierType`, {}, kind === 'object' ? 'path in the payload' : 'local'),
    node(`premis:${kind}IdentifierValue`, {}, value),
  );

/**
 * PREMIS 3: files with fixity, size and format; events with agent and outcome.
 * @param day of the events, ISO 8601, by the convention of the build
 */
export function premisOf(
  files: readonly PackedFile[],
  events: readonly PremisEvent[],
  agent: Agent,
  day: string,
): Node {
  return node(
    'premis:premis',
    { version: '3.0' },
    files.map((file) => objectOf(file)),
    events.map((event, n) => eventOf(event, n, day)),
    node(
      'premis:agent',
      {},
      identifier('agent', AGENT),
      node('premis:agentName', {}, agent.name),
      node('premis:agentType', {}, 'software'),
      node('premis:agentVersion', {}, agent.version),
      words('premis:agentNote', agent.note),
    ),
  );
}

function objectOf({ path, use, size, sha256, sha512 }: PackedFile): Node {
  const { name, version, puid } = formatOf(path, use);
  const fixity = (algorithm: string, digest: string) =>
    node(
      'premis:fixity',
      {},
      node('premis:messageDigestAlgorithm', {}, algorithm),
      node('premis:messageDigest', {}, digest),
      node('premis:messageDigestOriginator', {}, AGENT),
    );
  return node(
    'premis:object',
    { 'xsi:type': 'premis:file' },
    identifier('object', path),
    node(
      'premis:objectCharacteristics',
      {},
      fixity('SHA-256', sha256),
      fixity('SHA-512', sha512),
      node('premis:size', {}, String(size)),
      node(
        'premis:format',
        {},
        node(
          'premis:formatDesignation',
          {},
          node('premis:formatName', {}, name),
          words('premis:formatVersion', version),
        ),
        puid !== undefined &&
          node(
            'premis:formatRegistry',
            {},
            node('premis:formatRegistryName', {}, 'PRONOM'),
            node('premis:formatRegistryKey', {}, puid),
            node('premis:formatRegistryRole', {}, 'specification'),
          ),
      ),
    ),
    node('premis:originalName', {}, path.split('/').at(-1)!),
  );
}

const eventOf = ({ type, detail, outcome, note, objects }: PremisEvent, n: number, day: string): Node =>
  node(
    'premis:event',
    {},
    identifier('event', `event.${n + 1}`),
    node('premis:eventType', {}, type),
    node('premis:eventDateTime', {}, day),
    node('premis:eventDetailInformation', {}, node('premis:eventDetail', {}, detail)),
    node(
      'premis:eventOutcomeInformation',
      {},
      node('premis:eventOutcome', {}, outcome),
      note !== undefined && node('premis:eventOutcomeDetail', {}, node('premis:eventOutcomeDetailNote', {}, note)),
    ),
    node(
      'premis:linkingAgentIdentifier',
      {},
      node('premis:linkingAgentIdentifierType', {}, 'local'),
      node('premis:linkingAgentIdentifierValue', {}, AGENT),
      node('premis:linkingAgentRole', {}, 'executing program'),
    ),
    objects.map((path) =>
      node(
        'premis:linkingObjectIdentifier',
        {},
        node('premis:linkingObjectIdentifierType', {}, 'path in the payload'),
        node('premis:linkingObjectIdentifierValue', {}, path),
      ),
    ),
  );
