import { Ajv, type ErrorObject } from 'ajv';
import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { type Message, message, type Place } from '../messages/message.js';
import { meantFor } from '../text/nearest.js';

export interface YamlRead<T> {
  /** Absent where the file cannot be used. */
  value?: T;
  messages: Message[];
  /** Place of the node under a path of keys and indexes. */
  placeOf(path: readonly (string | number)[]): Place | undefined;
}

const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true, strict: false });

/** Reads a YAML file and holds it against a JSON Schema (draft 7); each fault is one message at its line and column. */
export function readYaml<T>(file: string, text: string, schema: object): YamlRead<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const point = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), offset };
  };
  const place = (start: number, end: number): Place => ({ start: point(start), end: point(end) });
  const placeOf = (path: readonly (string | number)[]): Place | undefined => {
    const node = path.length === 0 ? document.contents : (document.getIn(path, true) as Node | undefined);
    return node?.range ? place(node.range[0], node.range[1]) : undefined;
  };
  const [broken] = document.errors;
  if (broken) {
    return {
      placeOf,
      messages: [
        message('yaml-is-well-formed', {
          file,
          place: place(broken.pos[0], broken.pos[1]),
          words: text.slice(broken.pos[0], broken.pos[1]).split('\n')[0] ?? '',
          reason: `The YAML cannot be read: ${broken.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}.`,
          advice:
            broken.code === 'DUPLICATE_KEY'
              ? 'Keep one of the two.'
              : 'Mend this line; look at its indentation, and put words with a colon or a bracket between quotation marks.',
        }),
      ],
    };
  }
  const value: unknown = document.toJS() ?? {};
  const validate = ajv.compile(schema);
  if (validate(value)) return { value: value as T, messages: [], placeOf };
  const errors = withoutConsequences(validate.errors ?? []);
  const messages = errors.map((error) => {
    const path = pathOf(error.instancePath);
    const key = error.params.additionalProperty as string | undefined;
    const at =
      key === undefined ? placeOf(path) : keyPlace(document.getIn(path, true) ?? document.contents, key, place);
    return message('yaml-keeps-to-the-schema', {
      file,
      ...(at && { place: at }),
      words: key ?? String(path.at(-1) ?? ''),
      ...wording(error, path),
    });
  });
  return { messages, placeOf };
}

const pathOf = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/**
 * What fails inside a choice fails because of the choice; one message is enough. A misspelt key comes first, since it
 * may be the one that is said to be lacking.
 */
const withoutConsequences = (errors: readonly ErrorObject[]): ErrorObject[] => {
  const misspelt = ({ keyword }: ErrorObject) => keyword === 'additionalProperties';
  const isOfWhole = ({ keyword }: ErrorObject) => keyword === 'oneOf' || keyword === 'anyOf' || keyword === 'required';
  return errors
    .filter(
      (error) =>
        !/\/(?:oneOf|anyOf|not)\/(?:\d+\/|required)/.test(error.schemaPath) &&
        error.keyword !== 'propertyNames' &&
        !errors.some(
          (other) =>
            other !== error &&
            other.instancePath === error.instancePath &&
            (misspelt(other)
              ? isOfWhole(error)
              : other.keyword === 'oneOf' &&
                !isOfWhole(error) &&
                !misspelt(error) &&
                /properties/.test(other.schemaPath)),
        ),
    )
    .sort((one, other) => Number(misspelt(other)) - Number(misspelt(one)));
};

/** What the schema asks of several keys together. */
const NEEDS: readonly { at: string; reason: string; advice: string }[] = [
  {
    at: 'dependencies/where',
    reason: '“where” stands without a hand or furniture, to which it belongs.',
    advice: 'Add hand or furniture, or remove where.',
  },
  {
    at: 'dependencies/pa',
    reason: 'The decision gives two places for its words.',
    advice: 'Give one of page, paragraph or line; a page break takes none but line.',
  },
  {
    at: '',
    reason: 'The decision does not say where its words stand.',
    advice: 'Give page and quote, or paragraph, or line; quote tells which words of them are meant.',
  },
];

function keyPlace(node: unknown, key: string, place: (start: number, end: number) => Place): Place | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key: found }) => isScalar(found) && found.value === key);
  const range = isScalar(pair?.key) ? pair.key.range : undefined;
  return range ? place(range[0], range[1]) : undefined;
}

function wording(
  { keyword, params, message: said, schemaPath, parentSchema }: ErrorObject,
  path: readonly (string | number)[],
) {
  const where = path.length === 0 ? 'the file' : `“${path.filter((step) => typeof step === 'string').join('.')}”`;
  switch (keyword) {
    case 'additionalProperties': {
      const key = params.additionalProperty as string;
      const known = Object.keys((parentSchema as { properties?: object } | undefined)?.properties ?? {});
      const like = meantFor(key, known);
      return {
        reason: `“${key}” is no key that ${where} can have.`,
        advice: like
          ? `Did you mean “${like}”?`
          : 'See schema/edition.schema.json for the keys there are, or remove it.',
      };
    }
    case 'required':
      return { reason: `${where} lacks “${params.missingProperty}”.`, advice: `Add “${params.missingProperty}:”.` };
    case 'oneOf':
      return /definitions\/(?:sigla|ids)/.test(schemaPath) || /properties/.test(schemaPath)
        ? { reason: `${where} should be an id, or a list of ids.`, advice: 'Write one id, or several as [one, other].' }
        : {
            reason: 'The decision does not say one thing.',
            advice:
              'Give exactly one of: reading with reason; variants; hand; furniture; person; organisation; place; event; speaker; break; note; keep with reason.',
          };
    case 'anyOf':
    case 'not':
      return NEEDS.find(({ at }) => schemaPath.includes(at)) ?? NEEDS.at(-1)!;
    case 'dependencies':
      return {
        reason: `“${params.property}” stands without “${params.deps}”, to which it belongs.`,
        advice: `Add ${params.deps}, or remove ${params.property}.`,
      };
    case 'pattern':
      return { reason: `${where} is not written as it should be.`, advice: `Write it as ${params.pattern}.` };
    case 'enum':
      return {
        reason: `${where} has a value of its own.`,
        advice: `Write one of: ${(params.allowedValues as string[]).join(', ')}.`,
      };
    case 'type':
      return {
        reason: `${where} should be ${params.type === 'object' ? 'a group of keys' : `of type ${params.type}`}.`,
        advice: 'Compare with the example that “memcon init” writes.',
      };
    default:
      return {
        reason: `${where} ${said ?? 'is not right'}.`,
        advice: `See schema/edition.schema.json (${schemaPath}).`,
      };
  }
}
