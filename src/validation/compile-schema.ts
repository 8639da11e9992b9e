import { writeTreeToJSON } from 'salve-annos';
import { InternalSimplifier } from 'salve-annos/lib/salve/conversion/schema-simplifiers/internal.js';

/** salve's own number for the form of its compiled grammars. */
const SALVE_FORMAT = 3;

/** The part of salve's simplifier that reads a file; the resource is used for lists of files alone, and none is made. */
interface Reader {
  parse(url: URL, resource: undefined, text: string | undefined): Promise<unknown>;
}

/**
 * Compiles a RELAX NG schema (XML syntax) to the JSON that `loadGrammar` reads. `load` gives the text of the schema and
 * of the files that it includes or refers to.
 * @throws Error of salve where the schema breaks a rule of RELAX NG
 */
export async function compileSchema(schema: URL, load: (url: URL) => Promise<string>): Promise<string> {
  const resourceLoader = {
    async load(url: URL) {
      const text = await load(url);
      return { url, getText: async () => text };
    },
  };
  const simplifier = new InternalSimplifier({
    verbose: false,
    timing: false,
    keepTemp: false,
    simplifyTo: Number.POSITIVE_INFINITY,
    validate: true,
    createManifest: false,
    manifestHashAlgorithm: 'SHA-1',
    resourceLoader,
  });
  // salve-annos 1.2.4 asks for the tree of an included file by its address alone, and then fails on the missing text.
  const reader = simplifier as unknown as Reader;
  const parse = reader.parse.bind(simplifier);
  reader.parse = async (url, _, text) => parse(url, undefined, text ?? (await load(url)));
  const { simplified } = await simplifier.simplify(schema);
  return writeTreeToJSON(simplified, SALVE_FORMAT);
}
