import type { Message } from './message.js';

const LABEL = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * One message as a person reads it: where, what is wrong, why it matters, what to do, and the rule's name.
 * `explained` leaves out why it matters, for a rule whose reason the reader has just seen.
 */
export function messageText(
  { file, place, severity, reason, why, advice, rule, related = [] }: Message,
  explained = false,
): string {
  const where = [file, place?.start.line, place?.start.column].filter((part) => part !== undefined).join(':');
  return [
    `${where === '' ? '' : `${where}: `}${LABEL[severity]}: ${reason}`,
    ...(explained ? [] : [`    ${why}`]),
    `    ${advice} [${rule}]`,
    ...related.map((other) => {
      const at = [other.file, other.place?.start.line, other.place?.start.column].filter((part) => part !== undefined);
      return `    ${at.join(':')}: ${other.reason}`;
    }),
  ].join('\n');
}

export const reportText = (messages: readonly Message[]): string =>
  messages.map((found, i) => messageText(found, messages.findIndex(({ rule }) => rule === found.rule) < i)).join('\n');

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
