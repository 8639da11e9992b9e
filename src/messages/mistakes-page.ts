/** A mistake as the page shows it. `group` and `name` are the folder and the file of its fixture. */
export interface MistakeShown {
  readonly group: string;
  readonly name: string;
  readonly written: string;
  readonly mended: string;
  readonly says: string;
}

/** Longer pieces of XML are cut: in lines, and in characters of a line. */
const LINES = 6;
const LINE = 160;

/** `docs/mistakes.md`: what encoders write, what memcon says to it, and what to write. */
export function mistakesPage(mistakes: readonly MistakeShown[]): string {
  const groups = [...new Set(mistakes.map(({ group }) => group))];
  const sections = groups.flatMap((group) => [
    `## ${titleOf(group)}`,
    ...mistakes.filter((mistake) => mistake.group === group).map(entry),
  ]);
  return `${[
    '# Mistakes, and how they are mended',
    `What is most often written otherwise than an edition asks for: ${mistakes.length} mistakes, each with the message of \`memcon check\` and with what to write. Each is one change of a small edition (\`tests/fixtures/validation/sample.xml\`); a test makes the change, expects this one message at this place, mends it as the message says, and expects none. This page is made from \`tests/fixtures/mistakes\` by \`npm run docs:mistakes\`.`,
    groups.map((group) => `- [${titleOf(group)}](#${titleOf(group).toLowerCase().replaceAll(' ', '-')})`).join('\n'),
    ...sections,
  ].join('\n\n')}\n`;
}

function entry({ name, written, mended, says }: MistakeShown): string {
  const mend = mended.trim() === '' ? [] : ['To write:', fenced('xml', shortened(mended))];
  return [
    `### ${titleOf(name)}`,
    ...(written.trim() === '' ? ['Taken out:', fenced('xml', shortened(mended))] : [fenced('xml', shortened(written))]),
    fenced('text', says.trimEnd()),
    ...(written.trim() === '' ? [] : mend),
  ].join('\n\n');
}

/** "02-two-elements-cross" → "Two elements cross". */
function titleOf(name: string): string {
  const words = name.replace(/^\d+-/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

function shortened(xml: string): string {
  const lines = xml.replace(/^\n/, '⏎\n').replace(/\s+$/, '').split('\n');
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  const shown = lines.slice(0, LINES).map((line) => {
    const text = line.slice(margin);
    return text.length > LINE ? `${text.slice(0, LINE - 1)}…` : text;
  });
  return [...shown, ...(lines.length > LINES ? ['…'] : [])].join('\n');
}
