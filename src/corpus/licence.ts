import { join } from 'node:path';
import { type Message, message } from '../messages/message.js';
import type { Plan } from './workspace.js';

/** Said once for a workspace that gives no licence: none is assumed, and none stands in what is made of it. */
export function licenceFaults({ workspace, layout }: Pick<Plan, 'workspace' | 'layout'>): Message[] {
  if (layout !== 'workspace' || workspace.licence) return [];
  return [
    message('licence-is-given', {
      file: join(workspace.folder, 'memcon.yaml'),
      reason: 'No licence is given: the editions say of none, in their TEI, on their pages and in all records.',
      advice:
        'Write “licence:” with “name:” and “url:” into memcon.yaml, such as “CC0 1.0 Universal” and https://creativecommons.org/publicdomain/zero/1.0/, or another that you may grant.',
    }),
  ];
}
