import { type Message, message } from './message.js';
import type { RuleId } from './rules.js';

/** More messages than this of one rule about one file help nobody. */
export const MOST = 100;

/** That findings of a rule were left out; `counted` says that there are no others than these. */
export function leftOut(rule: RuleId, file: string, count: number, counted = true): Message {
  const many = `${counted ? '' : 'At least '}${count.toLocaleString('en-US')} more`;
  return message('findings-are-all-listed', {
    file,
    words: rule,
    reason: `${many} ${count === 1 ? 'message' : 'messages'} of ${rule} about this file ${count === 1 ? 'is' : 'are'} not listed.`,
    advice: `Mend the first ${MOST} and check again; one slip often gives many messages.`,
  });
}

/** The messages of one rule about the first `MOST` of all that was found, and how many were left out. */
export const firstOf = <T>(found: readonly T[], rule: RuleId, file: string, say: (one: T) => Message): Message[] => [
  ...found.slice(0, MOST).map(say),
  ...(found.length > MOST ? [leftOut(rule, file, found.length - MOST)] : []),
];

/** What was found, rule by rule, in the order in which each rule comes first. */
export function byRule<T extends { rule: RuleId }>(found: readonly T[]): Map<RuleId, T[]> {
  const rules = new Map<RuleId, T[]>();
  for (const one of found) {
    const same = rules.get(one.rule);
    if (same) same.push(one);
    else rules.set(one.rule, [one]);
  }
  return rules;
}

/** At most `MOST` messages of each rule about one file, the first in it; what is left out is said once for each rule. */
export const limited = (messages: readonly Message[], file: string): Message[] =>
  [...byRule(messages)].flatMap(([rule, found]) =>
    found.length <= MOST
      ? found
      : firstOf(
          found.sort((one, other) => startOf(one) - startOf(other)),
          rule,
          file,
          (one) => one,
        ),
  );

const startOf = ({ place }: Message): number => place?.start.offset ?? 0;
