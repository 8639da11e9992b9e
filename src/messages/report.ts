import type { Message } from './message.js';

const LABEL = { error: 'error', warning: 'warning', info: 'note' } as const;

/** `file:line:column` of a message, as far as it has them. */
export const wherePrinted = ({ file, place }: Pick<Message, 'file' | 'place'>): string =>
  [file, place?.start.line, place?.start.column].filter((part) => part !== undefined).join(':');

/**
 * One message as a person reads it: where, what is wrong, why it matters, what to do, and the rule's name.
 * `explained` leaves out why it matters, for a rule whose reason the reader has just seen.
 */
export function messageText(found: Message, explained = false): string {
  const { severity, reason, why, advice, rule, related = [] } = found;
  const where = wherePrinted(found);
  return [
    `${where === '' ? '' : `${where}: `}${LABEL[severity]}: ${reason}`,
    ...(explained ? [] : [`    ${why}`]),
    `    ${advice} [${rule}]`,
    ...related.map((other) => `    ${wherePrinted(other)}: ${other.reason}`),
  ].join('\n');
}

export function reportText(messages: readonly Message[]): string {
  const explained = new Set<string>();
  return messages
    .map((found) => {
      const text = messageText(found, explained.has(found.rule));
      explained.add(found.rule);
      return text;
    })
    .join('\n');
}

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** The gravest first; within one gravity in the order of files and places. */
export const sortMessages = (messages: readonly Message[]): Message[] =>
  [...messages].sort(
    (one, other) =>
      ORDER[one.severity] - ORDER[other.severity] ||
      (one.file ?? '').localeCompare(other.file ?? '', 'en') ||
      (one.place?.start.offset ?? 0) - (other.place?.start.offset ?? 0),
  );

/** "2 errors, 1 warning"; empty for no message. */
export function countText(messages: readonly Message[]): string {
  return (['error', 'warning', 'info'] as const)
    .map((severity) => ({ severity, n: messages.filter((found) => found.severity === severity).length }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => `${n} ${LABEL[severity]}${n === 1 ? '' : 's'}`)
    .join(', ');
}
