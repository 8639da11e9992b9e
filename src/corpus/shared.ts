import type { Authorities } from '../authorities/authorities.js';
import type { Constraints } from '../validation/constraints.js';
import type { Grammar } from '../validation/grammar.js';
import { loadAuthorities } from './authorities.js';
import { generalAuthorities, packagedConstraints, packagedGrammar, packagedJsonSchema } from './package-files.js';
import type { Workspace } from './workspace.js';

/** What all editions of a workspace share. */
export interface Shared {
  authorities: Authorities;
  grammar: Grammar;
  constraints: Constraints;
  schema: object;
}

export async function prepare({ authorities }: Workspace): Promise<Shared> {
  const [general, grammar, constraints, schema] = await Promise.all([
    generalAuthorities(),
    packagedGrammar(),
    packagedConstraints(),
    packagedJsonSchema('edition'),
  ]);
  return { authorities: await loadAuthorities(authorities, general), grammar, constraints, schema };
}
