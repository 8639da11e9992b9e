import type { Publication } from '../record.js';
import { TOGETHER, XSI } from './formats.js';
import { type Harvested, type Repository, repositoryOf } from './repository.js';
import { formatElement, identification, OAI, recordElement } from './respond.js';

/** Where it lies in the output folder. */
export const STATIC_REPOSITORY = 'oai.xml';
const NAMESPACE = `${OAI}static-repository`;
/** A static repository has no more records (“Specification for an OAI Static Repository”, section 1). */
export const MOST_RECORDS = 5000;

/**
 * All records in one file, for harvesters that come through a gateway (“Specification for an OAI Static Repository and an
 * OAI Static Repository Gateway”, section 3.2). The base address is that of the gateway with the address of the file behind
 * it; where no gateway is named, that of the file.
 */
export function staticRepository(publication: Publication, editions: readonly Harvested[], day?: string): string {
  const { title, address, harvesting } = publication;
  const file = `${address}/${STATIC_REPOSITORY}`;
  const gateway = harvesting?.gateway?.replace(/\/*$/, '/');
  const baseURL = gateway === undefined ? file : `${gateway}${file.replace(/^https?:\/\//, '')}`;
  const given = { address, ...(harvesting && { harvesting }), ...(day !== undefined && { day }) };
  return written(repositoryOf(title, editions.slice(0, MOST_RECORDS), baseURL, given));
}

const written = (repository: Repository): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Repository xmlns="${NAMESPACE}" xmlns:oai="${OAI}" xmlns:xsi="${XSI}" xsi:schemaLocation="${NAMESPACE} ${NAMESPACE}.xsd">`,
    `<Identify>${identification(repository, 'oai:')}</Identify>`,
    `<ListMetadataFormats>${TOGETHER.map((format) => formatElement(format, 'oai:')).join('')}</ListMetadataFormats>`,
    ...TOGETHER.flatMap((format) => [
      `<ListRecords metadataPrefix="${format.prefix}">`,
      ...repository.items.map((item) => recordElement(item, format, 'oai:')),
      '</ListRecords>',
    ]),
    '</Repository>',
    '',
  ].join('\n');
