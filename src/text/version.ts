const SEMANTIC = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/;
export const isVersion = (version: string): boolean => SEMANTIC.test(version);

/** Semantic Versioning 2.0.0, section 11: by number, part by part; NaN where one is no version. */
export function byVersion(one: string, other: string): number {
  const [mine, its] = [one, other].map((version) => version.split('.').map(Number));
  return mine!.map((n, i) => n - its![i]!).find((difference) => difference !== 0) ?? 0;
}
