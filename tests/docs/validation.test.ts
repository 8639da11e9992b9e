import { expect, it } from 'vitest';
import { FORMS } from '../../src/cli/forms.js';
import { jingReport } from '../../src/messages/jing-report.js';
import { message } from '../../src/messages/message.js';
import { placeOf, transcriptionOf } from '../../src/text/transcription.js';
import { readText } from '../repository.js';

const page = readText('docs/validation.md');

it('the page on checking names every form of the messages', () => {
  expect([...page.matchAll(/^\| `--format (\w+)`/gm)].map(([, form]) => form)).toEqual([...FORMS]);
});

it('its pattern for Visual Studio Code reads what is printed in the form of jing', () => {
  const [, json] = /```json\n([\s\S]*?)```/.exec(page)!;
  const { pattern } = (
    JSON.parse(json!) as { tasks: { problemMatcher: { pattern: Record<string, string | number> } }[] }
  ).tasks[0]!.problemMatcher;
  const place = placeOf(transcriptionOf('a b.xml', 'one\ntwo'), { start: 5, end: 7 });
  const read = (rule: 'grammar-holds' | 'entry-is-mentioned' | 'xml-is-well-formed') => {
    const line = jingReport([message(rule, { file: 'a b.xml', place, reason: 'So: it is.', advice: 'Mend it.' })]);
    const found = new RegExp(pattern.regexp as string).exec(line)!;
    return ['file', 'line', 'column', 'severity', 'message'].map((key) => found[pattern[key] as number]);
  };
  expect(read('grammar-holds')).toEqual(['a b.xml', '2', '2', undefined, 'So: it is. Mend it. [grammar-holds]']);
  expect(read('entry-is-mentioned')[3]).toBe('warning');
  expect(read('xml-is-well-formed')[3]).toBeUndefined();
});

it('it names the extensions that the project recommends', () => {
  const { recommendations } = JSON.parse(readText('.vscode/extensions.json')) as { recommendations: string[] };
  expect(recommendations[0]).toBe('raffazizzi.sxml');
  expect(page).toContain(`\`${recommendations[0]}\``);
});
