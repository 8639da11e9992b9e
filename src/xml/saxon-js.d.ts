/** The part of saxon-js that memcon uses; the package carries no types. */
declare module 'saxon-js' {
  export interface XdmNode {
    readonly textContent?: string | null;
  }

  export interface TransformOptions {
    /** A compiled stylesheet (SEF), parsed from JSON. */
    stylesheetInternal: object;
    sourceNode?: XdmNode;
    sourceText?: string;
    stylesheetParams?: Record<string, string>;
    destination: 'serialized';
    /** Against what the addresses of `xsl:result-document` are resolved. */
    baseOutputURI?: string;
    /** Takes the documents of `xsl:result-document`; without it they would be written to the disk. */
    deliverResultDocument?: (uri: string) => {
      destination: 'serialized';
      save: (uri: string | URL, content: string) => void;
    };
    /** Receives `xsl:message`; `errorCode` is its error-code as a QName. */
    deliverMessage?: (content: XdmNode, errorCode: unknown) => void;
  }

  export interface SaxonJS {
    /** The result is null where the stylesheet gives no document. */
    transform(options: TransformOptions, execution: 'sync'): { principalResult: string | null };
    XPath: {
      evaluate(
        expression: string,
        context: XdmNode,
        options: { xpathDefaultNamespace?: string; namespaceContext?: Record<string, string>; resultForm?: 'array' },
      ): unknown;
    };
    getResource(options: { text: string; type: 'xml' }): Promise<XdmNode>;
  }

  const saxon: SaxonJS;
  export default saxon;
}
