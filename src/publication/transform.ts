import type { XdmNode } from 'saxon-js';
import type { Context } from '../context.js';
import { message } from '../messages/message.js';
import { processor } from '../xml/processor.js';
import { languages, type StylesheetName, stylesheet } from './assets.js';

interface Transformation {
  readonly sheet: StylesheetName;
  readonly source: XdmNode;
  /** With `language`, the code of that of the interface; without it, English. */
  readonly params: Record<string, string>;
  /** The TEI file that messages are about. */
  readonly file?: string;
  /** Takes each further document that the stylesheet makes, by its path. */
  readonly results?: (path: string, content: string) => void;
}

/** Stands for the output folder while the processor resolves the paths of documents. */
const OUTPUT = 'memcon:/';

export const parse = (text: string): Promise<XdmNode> => processor().getResource({ text, type: 'xml' });

export async function transform(
  { sheet, source, params, file, results }: Transformation,
  context: Context,
): Promise<string> {
  const { language = 'en' } = params;
  const wording = JSON.stringify((await languages())[language]);
  const result = processor().transform(
    {
      stylesheetInternal: await stylesheet(sheet),
      sourceNode: source,
      stylesheetParams: { ...params, language, wording },
      destination: 'serialized',
      ...(results && {
        baseOutputURI: OUTPUT,
        deliverResultDocument: () => ({
          destination: 'serialized',
          save: (uri, content) => results(decodeURI(String(uri).slice(OUTPUT.length)), content),
        }),
      }),
      deliverMessage: (content) => {
        const path = content.textContent ?? '';
        const element = /\}([^}[/]+)\[\d+\]$/.exec(path)?.[1] ?? 'an element';
        context.report(
          message('view-covers-element', {
            reason: `The ${sheet} view has no template for ${element}; its text is shown without a form.`,
            advice: `Add a template for ${element} in mode "${sheet}" of xslt/edition, or encode the passage otherwise.`,
            words: path,
            ...(file === undefined ? {} : { file }),
          }),
        );
      },
    },
    'sync',
  );
  return result.principalResult ?? '';
}
