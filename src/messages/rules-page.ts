import { RULES, type Stage } from './rules.js';

const STAGES: Record<Stage, string> = {
  workspace: 'The workspace and the program',
  sources: 'Transcriptions',
  authorities: 'Authority files',
  reading: 'Reading',
  editing: 'Decisions',
  validation: 'TEI files',
  publication: 'Pages',
  citation: 'Citations',
  deposit: 'Deposits and bags',
};
const SEVERITY = { error: 'error: not published', warning: 'warning', info: 'note' } as const;

/** `docs/rules.md`: every rule of the catalogue, under the stage that holds it. */
export function rulesPage(): string {
  const sections = Object.entries(STAGES).flatMap(([stage, title]) => {
    const rules = Object.entries(RULES).filter(([, rule]) => rule.stage === stage);
    if (rules.length === 0) return [];
    const entries = rules.map(
      ([id, { holds, why, severity }]) => `### ${id}\n\n${holds} ${why} *(${SEVERITY[severity]})*`,
    );
    return [`## ${title}`, ...entries];
  });
  return (
    [
      '# The rules',
      'What memcon holds a document to. A message names the rule, the place, the words meant, and what to do. This page is made from the catalogue in `src/messages/rules.ts` by `npm run docs:rules`.',
      ...sections,
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}
