import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { hasShared, shared, skipped } from '../repository.js';

/**
 * An address with a scheme (RFC 3986, section 4.3), and a URI template (RFC 6570, section 2) that makes one: it begins with
 * a scheme, or with an identifier.
 */
const FORMATS = {
  uri: /^[a-z][a-z0-9+.-]*:(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i,
  'uri-template':
    /^(?:[a-z][a-z0-9+.-]*:|\{\+(?:id|resource)\})(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2}|\{[+#./;?&]?\w+(?:,\w+)*\})+$/i,
};

const DTS = ['entry_response', 'collection_response', 'navigation_response', 'resource', 'citable_unit'] as const;
export type DtsSchema = (typeof DTS)[number];

/** Where the schemas of dts-validator do not lie beside the repository, tests have our own shapes alone. */
export const withoutDts = skipped(
  hasShared('conformance/dts'),
  'The schemas of dts-validator',
  'Lay them at ../shared/conformance/dts/.',
);
export const withoutIiif = skipped(
  hasShared('conformance/iiif'),
  'The schema of the IIIF validator',
  'Lay iiif_3_0.json at ../shared/conformance/iiif/.',
);

const compiled = new Map<DtsSchema, ValidateFunction>();

/** What the schemas of dts-validator find wrong, formats of addresses included. */
export function dtsFaults(schema: DtsSchema, answer: unknown): unknown[] {
  if (compiled.size === 0) {
    const ajv = new Ajv2020({ strict: false, allErrors: true, formats: FORMATS });
    for (const name of DTS)
      ajv.addSchema(JSON.parse(readFileSync(shared(`conformance/dts/${name}.schema.json`), 'utf8')), name);
    for (const name of DTS) compiled.set(name, ajv.getSchema(name)!);
  }
  const validate = compiled.get(schema)!;
  validate(answer);
  return validate.errors ?? [];
}

/** What the schema of the IIIF presentation validator finds wrong. */
export function iiifFaults(manifest: unknown): unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.validate(JSON.parse(readFileSync(shared('conformance/iiif/iiif_3_0.json'), 'utf8')), manifest);
  return ajv.errors ?? [];
}

const shapes = new Ajv2020({ strict: false, allErrors: true, formats: FORMATS });

/** What a shape of our own finds wrong. */
export function faultsBy(shape: object, answer: unknown): unknown[] {
  shapes.validate(shape, answer);
  return shapes.errors ?? [];
}

const string = { type: 'string', minLength: 1 };
const template = { type: 'string', format: 'uri-template' };
const localized = {
  type: 'array',
  items: {
    type: 'object',
    required: ['value', 'lang'],
    properties: { value: string, lang: string },
    additionalProperties: false,
  },
};
const unit = {
  type: 'object',
  required: ['identifier', '@type', 'level', 'parent', 'citeType'],
  properties: {
    identifier: string,
    '@type': { const: 'CitableUnit' },
    '@id': { type: 'string', format: 'uri' },
    level: { type: 'integer', minimum: 1 },
    parent: { type: ['string', 'null'] },
    citeType: string,
    dublinCore: { type: 'object', properties: { title: localized, creator: localized }, additionalProperties: false },
  },
  additionalProperties: false,
};
const trees = {
  type: 'array',
  prefixItems: [{ type: 'object', not: { required: ['identifier'] } }],
  items: { type: 'object', required: ['identifier'] },
};
const resource = {
  type: 'object',
  required: [
    '@id',
    '@type',
    'title',
    'totalParents',
    'totalChildren',
    'collection',
    'navigation',
    'document',
    'citationTrees',
  ],
  properties: {
    '@id': { type: 'string', format: 'uri' },
    '@type': { const: 'Resource' },
    collection: template,
    navigation: template,
    document: template,
    citationTrees: trees,
  },
};

/** What DTS 1.0 demands of each answer, as far as a shape can say it; in words of our own. */
export const DTS_SHAPES = {
  entry_response: {
    type: 'object',
    required: ['@context', '@id', '@type', 'dtsVersion', 'collection', 'navigation', 'document'],
    properties: {
      '@context': string,
      '@type': { const: 'EntryPoint' },
      dtsVersion: { const: '1.0' },
      '@id': { type: 'string', format: 'uri' },
      collection: template,
      navigation: template,
      document: template,
    },
    additionalProperties: false,
  },
  collection_response: {
    type: 'object',
    required: [
      '@context',
      'dtsVersion',
      '@id',
      '@type',
      'title',
      'totalParents',
      'totalChildren',
      'collection',
      'member',
    ],
    properties: {
      '@id': { type: 'string', format: 'uri' },
      '@type': { enum: ['Collection', 'Resource'] },
      collection: template,
      navigation: template,
      document: template,
      citationTrees: trees,
      download: { type: 'array', items: { type: 'string', format: 'uri' } },
      view: {
        type: 'object',
        required: ['@id', '@type', 'first', 'last'],
        properties: {
          '@type': { const: 'Pagination' },
          ...Object.fromEntries(
            ['@id', 'first', 'previous', 'next', 'last'].map((name) => [name, { type: 'string', format: 'uri' }]),
          ),
        },
        additionalProperties: false,
      },
      member: {
        type: 'array',
        items: {
          type: 'object',
          properties: { '@id': { type: 'string', format: 'uri' } },
          required: ['@id', '@type', 'title', 'totalParents', 'totalChildren', 'collection'],
          not: { required: ['member'] },
        },
      },
    },
  },
  navigation_response: {
    type: 'object',
    required: ['@context', 'dtsVersion', '@id', '@type', 'resource'],
    properties: {
      '@context': string,
      dtsVersion: { const: '1.0' },
      '@type': { const: 'Navigation' },
      '@id': { type: 'string', format: 'uri' },
      resource,
      ref: unit,
      start: unit,
      end: unit,
      member: { type: 'array', items: unit },
    },
    additionalProperties: false,
  },
} as const;

const languageMap = {
  type: 'object',
  minProperties: 1,
  additionalProperties: { type: 'array', items: { type: 'string' }, minItems: 1 },
};
const address = { type: 'string', pattern: '^https?://' };

/** What IIIF Presentation 3.0 demands of a manifest such as ours. */
export const MANIFEST_SHAPE = {
  type: 'object',
  required: ['@context', 'id', 'type', 'label', 'items'],
  properties: {
    id: address,
    type: { const: 'Manifest' },
    label: languageMap,
    summary: languageMap,
    rights: { type: 'string', pattern: '^http://(creativecommons|rightsstatements)\\.org/' },
    requiredStatement: {
      type: 'object',
      required: ['label', 'value'],
      properties: { label: languageMap, value: languageMap },
    },
    metadata: { type: 'array', items: { type: 'object', properties: { label: languageMap, value: languageMap } } },
    items: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['id', 'type', 'width', 'height', 'items'],
        properties: {
          id: address,
          type: { const: 'Canvas' },
          width: { type: 'integer', minimum: 1 },
          height: { type: 'integer', minimum: 1 },
          items: { $ref: '#/$defs/pages' },
          annotations: { $ref: '#/$defs/pages' },
        },
      },
    },
  },
  not: { anyOf: [{ required: ['logo'] }, { required: ['@type'] }, { required: ['@id'] }] },
  $defs: {
    pages: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'type', 'items'],
        properties: {
          id: address,
          type: { const: 'AnnotationPage' },
          items: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['id', 'type', 'motivation', 'body', 'target'],
              properties: {
                id: address,
                type: { const: 'Annotation' },
                target: address,
                motivation: { enum: ['painting', 'supplementing'] },
              },
            },
          },
        },
      },
    },
  },
};
