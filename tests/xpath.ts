import SaxonJS from 'saxon-js';

const TEI = 'http://www.tei-c.org/ns/1.0';

/** Asks a TEI file with XPath 3.1; names without a prefix are TEI's. Nodes come back as their text. */
export async function xpathOf(xml: string): Promise<(expression: string) => string[]> {
  const document = await SaxonJS.getResource({ text: xml, type: 'xml' });
  return (expression) => {
    const found = SaxonJS.XPath.evaluate(`for $found in (${expression}) return string($found)`, document, {
      xpathDefaultNamespace: TEI,
      namespaceContext: { xml: 'http://www.w3.org/XML/1998/namespace' },
      resultForm: 'array',
    });
    return found as string[];
  };
}
