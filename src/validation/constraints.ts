import { byRule, firstOf, MOST } from '../messages/limit.js';
import { type Message, message } from '../messages/message.js';
import type { RuleId, Severity } from '../messages/rules.js';
import { tagsAtPaths } from '../xml/paths.js';
import { processor } from '../xml/processor.js';
import { placeOfTag, placesIn, wordsOfTag } from '../xml/reading.js';

/** The constraints of the ODD, as the stylesheet made of them, compiled (a SEF, parsed from JSON). */
export type Constraints = object;

/** What the stylesheet hands back for each assertion that fails. */
interface Finding {
  rule: RuleId;
  severity: Severity;
  /** The element concerned, in the form of XPath's `path()`. */
  path: string;
  reason: string;
  advice: string;
}

/**
 * What holds beyond the grammar: between elements, attributes and words. The XML must be well-formed. Rules that need no
 * stylesheet, on references and ids, are checked by `checkReferences`.
 */
export function checkConstraints(xml: string, file: string, constraints: Constraints): Message[] {
  const { principalResult } = processor().transform(
    { stylesheetInternal: constraints, sourceText: xml, destination: 'serialized' },
    'sync',
  );
  const found = JSON.parse(principalResult ?? '[]') as Finding[];
  if (found.length === 0) return [];
  const rules = byRule(found);
  const shown = [...rules.values()].flatMap((ofRule) => ofRule.slice(0, MOST));
  const tags = tagsAtPaths(xml, new Set(shown.map(({ path }) => path)));
  const place = placesIn(file, xml);
  const say = ({ rule, severity, path, reason, advice }: Finding): Message => {
    const tag = tags.get(path);
    const at = tag && { place: placeOfTag(place, tag), words: wordsOfTag(xml, tag) };
    return message(rule, { severity, reason, advice, file, ...at });
  };
  return [...rules].flatMap(([rule, ofRule]) => firstOf(ofRule, rule, file, say));
}
