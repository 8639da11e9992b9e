import { type TeiElement, teiTree, textOf } from '../../src/citation/tree.js';

// No schema of OAI-PMH may be copied here: these are the rules of OAI-PMH.xsd, static-repository.xsd, oai_dc.xsd and
// oai-identifier.xsd, one by one and in words of our own.

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const ADDRESS = /^https?:\/\/\S+$/;
const DC =
  'title creator subject description publisher contributor date type format identifier source language relation coverage rights'.split(
    ' ',
  );
const CODES =
  'cannotDisseminateFormat idDoesNotExist badArgument badVerb noMetadataFormats noRecordsMatch badResumptionToken noSetHierarchy'.split(
    ' ',
  );
const VERBS = 'Identify ListMetadataFormats ListSets GetRecord ListIdentifiers ListRecords'.split(' ');

/** The children that a type demands, in order: one, one or more (`+`), one or none (`?`), any number (`*`). */
const CONTENT: Record<string, string> = {
  'OAI-PMH':
    'responseDate request (error+|Identify|ListMetadataFormats|ListSets|GetRecord|ListIdentifiers|ListRecords)',
  Identify:
    'repositoryName baseURL protocolVersion adminEmail+ earliestDatestamp deletedRecord granularity compression* description*',
  ListMetadataFormats: 'metadataFormat+',
  metadataFormat: 'metadataPrefix schema metadataNamespace',
  GetRecord: 'record',
  ListIdentifiers: 'header+ resumptionToken?',
  ListRecords: 'record+ resumptionToken?',
  record: 'header metadata? about*',
  header: 'identifier datestamp setSpec*',
  Repository: 'Identify ListMetadataFormats ListRecords+',
  'oai-identifier': 'scheme repositoryIdentifier delimiter sampleIdentifier',
};

const VALUES: Record<string, RegExp> = {
  responseDate: INSTANT,
  request: ADDRESS,
  repositoryName: /\S/,
  baseURL: ADDRESS,
  protocolVersion: /^2\.0$/,
  adminEmail: /^\S+@(?:\S+\.)+\S+$/,
  earliestDatestamp: DAY,
  deletedRecord: /^(?:no|persistent|transient)$/,
  granularity: /^YYYY-MM-DD(?:Thh:mm:ssZ)?$/,
  metadataPrefix: /^[A-Za-z0-9\-_.!~*'()]+$/,
  schema: ADDRESS,
  metadataNamespace: ADDRESS,
  datestamp: DAY,
  scheme: /^oai$/,
  repositoryIdentifier: /^[a-zA-Z][a-zA-Z0-9-]*(?:\.[a-zA-Z][a-zA-Z0-9-]*)+$/,
  delimiter: /^:$/,
  sampleIdentifier: /^oai:[a-zA-Z][a-zA-Z0-9-]*(?:\.[a-zA-Z][a-zA-Z0-9-]*)+:[a-zA-Z0-9\-_.!~*'();/?:@&=+$,%]+$/,
};

/** What is wrong with an answer, or with a static repository. */
export function oaiFaults(xml: string): string[] {
  if (!xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>')) return ['no declaration'];
  const root = teiTree('oai.xml', xml);
  const faults: string[] = [];
  const check = (element: TeiElement) => {
    const name = local(element);
    const children = element.children.filter((child) => typeof child !== 'string');
    const content = CONTENT[name];
    if (content !== undefined && !matches(content, children.map(local)))
      faults.push(`${name} has ${children.map(local).join(' ')}`);
    const value = VALUES[name];
    if (value && !value.test(textOf(element))) faults.push(`${name} is “${textOf(element)}”`);
    faults.push(...ownFaults(name, element, children));
    // What a record holds has a schema of its own.
    if (name === 'metadata') {
      if (children.length !== 1) faults.push(`metadata has ${children.length} elements`);
      const [held] = children;
      if (held && local(held) === 'dc') faults.push(...dcFaults(held));
    } else for (const child of children) check(child);
  };
  check(root);
  return faults;
}

const local = ({ name }: TeiElement): string => name.replace(/^.*:/, '');

function matches(content: string, names: readonly string[]): boolean {
  const pattern = content
    .split(' ')
    .map((part) => part.replace(/[\w-]+/g, '(?:$& )'))
    .join('');
  return new RegExp(`^${pattern}$`).test(names.map((name) => `${name} `).join(''));
}

function ownFaults(name: string, { attributes, children }: TeiElement, inner: readonly TeiElement[]): string[] {
  switch (name) {
    case 'error':
      return CODES.includes(attributes.get('code') ?? '') ? [] : ['error without a code'];
    case 'request':
      return attributes.has('verb') && !VERBS.includes(attributes.get('verb')!) ? ['a verb that is none'] : [];
    case 'header':
      return inner.length > 0 && /^\S+:\S+$/.test(textOf(inner[0]!)) ? [] : ['an identifier that is no URI'];
    case 'resumptionToken':
      return ['cursor', 'completeListSize']
        .filter((one) => !/^\d+$/.test(attributes.get(one) ?? ''))
        .map((one) => `no ${one}`);
    case 'OAI-PMH':
    case 'Repository':
      return [
        ...(attributes.get('xsi:schemaLocation') === undefined ? ['no schemaLocation'] : []),
        ...(children.some((child) => typeof child === 'string' && child.trim() !== '') ? ['text of its own'] : []),
      ];
    default:
      return [];
  }
}

function dcFaults(dc: TeiElement): string[] {
  const wrong = dc.children.filter((child) => typeof child === 'string' || !DC.includes(local(child)));
  const empty = dc.children.filter((child) => typeof child !== 'string' && textOf(child) === '');
  return [
    ...wrong.map((child) => `dc has ${typeof child === 'string' ? 'text' : child.name}`),
    ...empty.map(() => 'an empty element'),
    ...(/<|&lt;/.test(textOf(dc)) ? ['markup in a value'] : []),
    ...['xmlns:oai_dc', 'xmlns:dc', 'xsi:schemaLocation'].filter((name) => !dc.attributes.has(name)),
  ];
}
