/** What is used of citation-js, which ships no types. */
declare module '@citation-js/core' {
  export const plugins: {
    config: { get(plugin: string): unknown };
    output: { format(format: string, data: readonly unknown[], options?: object): unknown };
  };
  /** Reads entries of a known format. */
  export class Cite {
    constructor(data: unknown, options?: object);
    readonly data: Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
