import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/pipeline.js';
import { publish } from '../../src/publication/views.js';
import { context, inputOf } from '../building.js';
import { readText } from '../repository.js';

const NAME = '1963-01-10-rusk-kuznetsov';
const page = readText(`output/${NAME}/index.html`);

const tagsOf = (html: string): [name: string, content: string][] =>
  [...html.matchAll(/<meta name="([^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [name!, content!]);

/** Tags by which Zotero takes a page for something printed. Source: zotero/translators, “Embedded Metadata.js”, init(). */
const PRINTED: Record<string, string> = {
  citation_journal_title: 'journalArticle',
  citation_technical_report_institution: 'report',
  citation_conference_title: 'conferencePaper',
  citation_conference: 'conferencePaper',
  citation_book_title: 'bookSection',
  citation_dissertation_institution: 'thesis',
};
/** Values of DC.type that name a type of Zotero's. Source: zotero/translators, “RDF.js”, detectType(). */
const NAMED: Record<string, string> = { manuscript: 'manuscript', letter: 'letter', text: 'journalArticle' };

/** The type of item that Zotero makes of a page: what DC.type names, else what Highwire's tags tell or let guess. */
function zoteroType(html: string): string {
  const tags = tagsOf(html);
  const named = tags.find(([name]) => name.toLowerCase() === 'dc.type')?.[1].toLowerCase();
  const printed = tags.map(([name]) => PRINTED[name]).find((type) => type !== undefined);
  const guessed = tags.some(([name]) => name === 'citation_title') ? 'journalArticle' : 'webpage';
  return printed ?? (named === undefined ? undefined : NAMED[named]) ?? guessed;
}

describe('what a page says to machines', () => {
  it('makes a manuscript of it in Zotero, and would not without its type', () => {
    expect(zoteroType(page)).toBe('manuscript');
    expect(zoteroType(page.replace('content="manuscript"', 'content=""'))).toBe('journalArticle');
  });

  it.each(['index.html', 'diplomatic.html', 'errata.html'])('leaves nothing empty in %s', (file) => {
    const html = readFileSync(new URL(`../../output/${NAME}/${file}`, import.meta.url), 'utf8');
    expect(tagsOf(html).filter(([, content]) => content.trim() === '')).toEqual([]);
    expect(JSON.stringify(linkedData(html))).not.toMatch(/:""|:\[\]|:null/);
  });

  it('tells the day of the talk as made, and the day of the edition as issued', () => {
    const tags = new Map(tagsOf(page));
    expect(tags.get('dcterms.created')).toBe('1963-01-10');
    expect(tags.get('citation_publication_date')).toBe('1963/01/10');
    expect(tags.get('dcterms.issued')).toBe('2026-11-23');
    expect(tags.get('DC.creator')).toBe('John C. Guthrie');
  });

  it('is, to schema.org, a component of the archive that keeps it', () => {
    expect(linkedData(page)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ArchiveComponent',
      name: 'Memorandum of Conversation: U.S.-Soviet Relations',
      dateCreated: '1963-01-10',
      holdingArchive: { '@type': 'ArchiveOrganization', name: 'Department of State' },
      isPartOf: [{ '@type': 'Collection', name: 'Central Files' }],
      author: [{ '@type': 'Person', name: 'John C. Guthrie' }],
      encoding: { encodingFormat: 'application/tei+xml', contentUrl: `${NAME}.xml` },
    });
  });

  it('leads to the TEI and the licence', () => {
    expect(page).toContain(`<link rel="alternate" type="application/tei+xml" title="TEI" href="${NAME}.xml">`);
    expect(page).toContain('<link rel="license" href="https://creativecommons.org/publicdomain/zero/1.0/">');
  });

  it('leads to the record for reference managers', () => {
    for (const [type, ending] of [
      ['application/vnd.citationstyles.csl+json', 'csl.json'],
      ['application/x-research-info-systems', 'ris'],
      ['application/x-bibtex', 'bib'],
    ]) {
      expect(page).toMatch(
        new RegExp(`<link rel="alternate" type="${type!.replaceAll('+', '\\+')}"[^>]*href="${NAME}.${ending}"`),
      );
      expect(readText(`output/${NAME}/${NAME}.${ending}`)).toContain('Guthrie');
    }
  });

  it('names its address where the workspace has one, and lists all pages for search engines', async () => {
    const tei = readText(`output/${NAME}/${NAME}.xml`);
    const site = { title: 'Memoranda', layout: 'workspace', address: 'https://memcon.example/editions' } as const;
    const files = await publish([{ name: NAME, tei }], site, context);
    const reading = String(files.get(`${NAME}/index.html`));
    expect(reading).toContain(`<link rel="canonical" href="https://memcon.example/editions/${NAME}/index.html">`);
    expect(new Map(tagsOf(reading)).get('citation_public_url')).toBe(
      `https://memcon.example/editions/${NAME}/index.html`,
    );
    const listed = [...String(files.get('sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url!);
    expect(listed.map((url) => url.slice(site.address.length + 1)).sort()).toEqual(
      [...files.keys()].filter((path) => path.endsWith('.html')).sort(),
    );
    expect(page).not.toContain('canonical');
  });

  it('names nobody as publisher where nobody is named, and no licence where none was given; the page says so', async () => {
    const { licence: _, ...input } = inputOf('Memorandum of Conversation\n\nThe Secretary agreed.\n');
    const tei = build(input, context).tei!;
    const title = 'Talks without a licence';
    const files = await publish([{ name: 'memo', tei }], { title, layout: 'workspace' }, context, { epub: true });
    const reading = String(files.get('memo/index.html'));
    const tags = new Map(tagsOf(reading));
    expect([...tags.keys()].filter((name) => /publisher|rights|license/.test(name))).toEqual([]);
    expect(JSON.stringify(linkedData(reading))).not.toMatch(/"publisher"|"license"|No editor/);
    expect(reading).toMatch(/<footer class="colophon"><p>No editor has reviewed this edition\. <\/p>/);
    expect(reading).toContain('No licence is given for this edition.');
    for (const [path, content] of files)
      if (path.endsWith('.html')) expect(String(content), path).not.toMatch(/rel="license"|creativecommons/);
    const book = unzipSync(files.get('memo/memo.epub') as Uint8Array);
    const names = Object.keys(book).filter((name) => name.endsWith('.opf'));
    expect(names).toHaveLength(1);
    expect(strFromU8(book[names[0]!]!)).not.toMatch(/dc:contributor|dc:publisher|dc:rights|No editor/);
  });

  it('gives the DOI of an edition that has one, and none to others', async () => {
    const tei = readText(`output/${NAME}/${NAME}.xml`).replace(
      '<idno type="memcon">',
      '<idno type="DOI">10.5555/memcon.1</idno>$&',
    );
    const files = await publish([{ name: NAME, tei }], { title: 'Editions', layout: 'workspace' }, context);
    const html = String(files.get(`${NAME}/index.html`));
    const doi = 'https://doi.org/10.5555/memcon.1';
    expect(tagsOf(html)).toContainEqual(['DC.identifier', doi]);
    expect(html).toContain(`"sameAs":"${doi.replaceAll('/', '\\/')}"`);
    expect(page).not.toContain('doi.org');
  });

  it('allows the page nothing from elsewhere', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe/);
  });
});

const linkedData = (html: string): unknown =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');
