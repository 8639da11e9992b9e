import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { packagedSchema } from '../../src/corpus/package-files.js';
import { RULES } from '../../src/messages/rules.js';
import { schemaFiles } from '../../src/odd/write-schema.js';
import { hasShared, inRepository, jing, readText, shared, skipped } from '../repository.js';

let derived: Map<string, string>;
beforeAll(async () => {
  derived = await schemaFiles();
});

describe('what is made of the ODD', () => {
  it.each(['memcon.rng', 'memcon.sch', 'constraints.xsl', 'guidelines.html'])('%s is what is committed', (file) => {
    expect(derived.get(file)).toBe(readText(`schema/${file}`));
  });

  it('has a page for an edition by itself, which is the same but for the way to the list', async () => {
    const page = (await packagedSchema()).get('guidelines.html')!;
    const bare = (await packagedSchema('bare')).get('guidelines.html')!;
    expect(page).toContain('<header class="banner"><a class="home" href="../index.html">');
    expect(bare).not.toContain('../index.html');
    expect(bare).toBe(page.replace(/<header class="banner">.*?<\/header>/s, ''));
  });

  it('is no more than that', () => {
    expect(derived.size).toBe(4);
  });
});

/** The constraints of the ODD: their rule, what should hold, and how grave each assertion is. */
const constraints = [
  ...readText('schema/memcon.odd').matchAll(
    /<constraintSpec ident="([^"]+)"[^>]*>\s*<desc>([^<]*)<\/desc>([\s\S]*?)<\/constraintSpec>/g,
  ),
]
  .map(([, rule, holds, rest]) => ({
    rule: rule!,
    holds: holds!,
    severities: [...rest!.matchAll(/<sch:assert [^>]*role="(\w+)"/g)].map(([, role]) => role!),
  }))
  .filter(({ severities }) => severities.length > 0);

describe('a constraint of the ODD', () => {
  it('there are more than twenty of them', () => {
    expect(constraints.length).toBeGreaterThan(20);
  });

  it.each(constraints)('$rule is a rule of the catalogue, in the same words', ({ rule, holds, severities }) => {
    const found = (RULES as Record<string, { holds: string; severity: string }>)[rule];
    expect(found?.holds).toBe(holds);
    expect(new Set(severities)).toEqual(new Set([found?.severity]));
  });

  it.each(constraints)('$rule names itself in the Schematron', ({ rule, severities }) => {
    const pattern = new RegExp(`<pattern id="${rule}">([\\s\\S]*?)</pattern>`).exec(derived.get('memcon.sch')!)?.[1];
    const asserted = [...(pattern ?? '').matchAll(/<assert id="([^"]+)"/g)].map(([, id]) => id);
    expect(asserted).toEqual(severities.map((_, n) => (n === 0 ? rule : `${rule}.${n + 1}`)));
    expect(pattern).toContain(`[${rule}]</assert>`);
  });
});

const noJudge = skipped(
  jing !== undefined && hasShared('schema/tei_all.rng'),
  'that the ODD is TEI',
  'Install jing, and lay tei_all.rng at ../shared/schema/.',
);

it.skipIf(noJudge)('the ODD is TEI', () => {
  const { stdout } = spawnSync(jing!, [shared('schema/tei_all.rng'), inRepository('schema/memcon.odd')], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
});
