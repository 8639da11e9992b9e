import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at, childrenOf, teiTree, textOf } from '../../src/citation/tree.js';
import { dataCite } from '../../src/deposit/datacite.js';
import { dublinCore } from '../../src/deposit/dublin-core.js';
import { modsOf } from '../../src/deposit/mods.js';
import { depositRecord } from '../../src/deposit/record.js';
import { editionEntities, rootEntities } from '../../src/deposit/ro-crate.js';
import { annotationsOf } from '../../src/interchange/annotations/annotations.js';
import { openEdition } from '../../src/interchange/edition.js';
import { manifestOf } from '../../src/interchange/iiif/manifest.js';
import { repositoryOf } from '../../src/interchange/oai/repository.js';
import { oaiAnswer } from '../../src/interchange/oai/respond.js';
import { staticRepository } from '../../src/interchange/oai/static-repository.js';
import { recordOf } from '../../src/interchange/record.js';
import { build } from '../../src/pipeline.js';
import { receive } from '../../src/sources/receive.js';
import { context, inputOf } from '../building.js';
import { inRepository } from '../repository.js';
import { asking, SITE } from './opened.js';

const NAME = 'talk';
/** Two pages that were scanned, so that there is a manifest. */
const scanned = receive(
  [1, 2].map((n) => {
    const file = `tests/fixtures/sources/typed-page/page-${n}.page.xml`;
    return { file, bytes: readFileSync(inRepository(file)) };
  }),
  NAME,
);
const images = new Map([1, 2].map((n) => [`page-${n}.png`, `images/page-${n}.png`]));
const RIGHTS = 'A work of a government, free of rights.';
const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };

/** An edition of which `edition.yaml` and `memcon.yaml` say this much. */
function edition(
  description: object,
  given: { licence?: typeof licence; publisher?: string } = {},
): { tei: string; messages: readonly string[] } {
  const { licence: _, ...input } = inputOf('', { ...scanned, images, name: NAME, description } as never);
  const built = build({ ...input, ...given }, context);
  return { tei: built.tei!, messages: built.messages.filter(({ severity }) => severity === 'error').map(String) };
}

/** All that is told of it in records. */
function recordsOf(tei: string): Record<string, string> {
  const opened = openEdition(NAME, tei);
  const record = recordOf(NAME, tei);
  const publication = { title: 'Talks', address: SITE };
  const harvested = [{ record, tei }];
  const repository = repositoryOf('Talks', harvested, `${SITE}/oai`, {});
  const deposited = depositRecord(`${NAME}/${NAME}.xml`, tei, 'workspace');
  const root = { name: 'Talks', description: '', day: '2026-11-28', editions: [NAME], files: [] };
  return {
    live: oaiAnswer(repository, new URLSearchParams('verb=ListRecords&metadataPrefix=oai_dc'), '2026-11-28T00:00:00Z'),
    files: staticRepository(publication, harvested, undefined),
    dts: asking(new Map([[NAME, tei]]))('collection', { id: NAME }).body,
    iiif: JSON.stringify(manifestOf(opened, record, publication)),
    annotations: JSON.stringify(annotationsOf(opened, record, publication)),
    dataCite: JSON.stringify(dataCite(deposited)) ?? '',
    dublinCore: JSON.stringify(dublinCore(deposited)),
    mods: JSON.stringify(modsOf(deposited, 'memcon')),
    roCrate: JSON.stringify([...editionEntities(deposited, NAME, []), ...rootEntities(root)]),
  };
}

describe('where nobody is named', () => {
  it.each<[string, object]>([
    ['nobody has reviewed it', {}],
    ['a version has no editor', { version: '0.1.0', date: '2026-11-23' }],
  ])('no record has a sentence for a name: %s', (_, description) => {
    const { tei, messages } = edition(description);
    expect(messages).toEqual([]);
    expect(tei).toMatch(/<name cert="unknown">No editor [^<]+<\/name>/);
    expect(tei).toContain('<publisher cert="unknown">No publisher is named</publisher>');
    for (const [name, told] of Object.entries(recordsOf(tei)))
      expect(told, name).not.toMatch(/No editor|No publisher|No licence|contributor"?:|<dc:(?:contributor|publisher)/);
  });

  it('and a name that is given stands in all of them', () => {
    const { tei } = edition({ version: '1.0.0', date: '2026-11-23', editor: 'An Editor' }, { publisher: 'An Archive' });
    for (const [name, told] of Object.entries(recordsOf(tei))) {
      if (['annotations', 'dataCite'].includes(name)) continue;
      expect(told, name).toContain('An Editor');
      if (name !== 'iiif') expect(told, name).toContain('An Archive');
    }
  });
});

describe('where no licence is given', () => {
  it('none is told, and the rights in the document are', () => {
    const { tei, messages } = edition({ version: '1.0.0', editor: 'An Editor', source: { rights: RIGHTS } });
    expect(messages).toEqual([]);
    const publication = at(childrenOf(teiTree('t.xml', tei), 'teiHeader')[0], 'fileDesc/publicationStmt/availability')!;
    expect(publication.attributes.get('status')).toBe('unknown');
    expect(childrenOf(publication).map(textOf)).toEqual(['No licence is given for this edition.', RIGHTS]);
    for (const [name, told] of Object.entries(recordsOf(tei)))
      expect(told, name).not.toMatch(/creativecommons|No licence|"licen[sc]e"/i);
    for (const name of ['live', 'files', 'dts', 'iiif', 'dublinCore', 'mods', 'roCrate'])
      expect(recordsOf(tei)[name], name).toContain(RIGHTS);
  });

  it('and one that is given stands in all of them', () => {
    const { tei } = edition({ version: '1.0.0', editor: 'An Editor', source: { rights: RIGHTS } }, { licence });
    expect(tei).toMatch(/<availability status="free">\s*<licence target="[^"]+">CC BY 4.0<\/licence>/);
    for (const [name, told] of Object.entries(recordsOf(tei)))
      if (name !== 'dataCite') expect(told, name).toContain('creativecommons.org/licenses/by/4.0/');
    expect(recordsOf(tei).dublinCore).toContain(RIGHTS);
  });
});
