import { passageWords } from '../../citation/csl-item.js';
import type { OpenEdition } from '../edition.js';
import type { EditionRecord, Publication } from '../record.js';
import type { ImageSize } from './image-size.js';
import { type ImagedPage, imagedPages } from './pages.js';
import { rightsOf } from './rights.js';

/** The file of the manifest, in the folder of its edition. */
export const MANIFEST = 'manifest.json';

const FORMATS: readonly { ending: RegExp; format: string }[] = [
  { ending: /\.png$/i, format: 'image/png' },
  { ending: /\.jpe?g$/i, format: 'image/jpeg' },
  { ending: /\.webp$/i, format: 'image/webp' },
  { ending: /\.gif$/i, format: 'image/gif' },
];

const english = (...values: string[]) => ({ en: values });

/**
 * The page images with their text, for viewers (IIIF Presentation API 3.0); nothing where the edition has no image.
 * Text is given by lines where the file tells their places, else by pages. `sizes` are those of image files, by their
 * address from the folder of the edition, where the TEI does not tell them.
 */
export function manifestOf(
  edition: OpenEdition,
  record: EditionRecord,
  publication: Publication,
  sizes: ReadonlyMap<string, ImageSize> = new Map(),
): object | undefined {
  const pages = imagedPages(edition, sizes);
  if (pages.length === 0) return undefined;
  const { bibliography, subtitle } = record;
  const { name, date, licence } = bibliography;
  const base = `${publication.address}/${encodeURIComponent(name)}`;
  const rights = rightsOf(licence);
  const day = /^\d{4}-\d\d-\d\d$/.test(date ?? '') ? date : undefined;
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: `${base}/${MANIFEST}`,
    type: 'Manifest',
    label: english(bibliography.title),
    ...(subtitle !== undefined && { summary: english(subtitle) }),
    metadata: metadataOf(record),
    requiredStatement: { label: english('Edition'), value: english(statementOf(record, publication)) },
    ...(rights !== undefined && { rights }),
    ...(day !== undefined && { navDate: `${day}T00:00:00Z` }),
    homepage: [
      { id: `${base}/index.html`, type: 'Text', label: english('The edition'), format: 'text/html', language: ['en'] },
    ],
    seeAlso: [
      {
        id: `${base}/${encodeURIComponent(name)}.xml`,
        type: 'Dataset',
        label: english('The edition in TEI'),
        format: 'application/tei+xml',
        profile: 'http://www.tei-c.org/ns/1.0',
      },
    ],
    items: pages.map((page) => canvasOf(page, base, bibliography.language ?? 'en')),
    structures: rangesOf(edition, pages, base),
  };
}

function metadataOf({ bibliography, extent, rights }: EditionRecord): object[] {
  const { date, repository, collection, shelfmark, licence, version } = bibliography;
  const rows: [label: string, value: string | undefined][] = [
    ['Date', date],
    ['Archive', [repository, collection, shelfmark].filter(Boolean).join(', ')],
    ['Extent', extent],
    ['Version', version],
    ['Licence', licence],
    ['Rights in the document', rights],
  ];
  return rows
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([label, value]) => ({ label: english(label), value: { none: [value!] } }));
}

/** Who has made the edition, and that nobody has looked at it where that is so. */
function statementOf({ bibliography }: EditionRecord, { title, publisher }: Publication): string {
  const by = bibliography.editor ?? bibliography.publisher ?? publisher;
  return [title, by, bibliography.reviewed ? '' : 'machine-encoded, unreviewed'].filter(Boolean).join('; ');
}

const canvasId = (base: string, { id }: ImagedPage): string => `${base}/canvas/${encodeURIComponent(id)}`;

function canvasOf(page: ImagedPage, base: string, language: string): object {
  const id = canvasId(base, page);
  const { image, size, lines, unit } = page;
  const format = FORMATS.find(({ ending }) => ending.test(image))?.format;
  const text = (at: string, value: string, target: string) => ({
    id: `${id}/text/${at}`,
    type: 'Annotation',
    motivation: 'supplementing',
    body: { type: 'TextualBody', value, format: 'text/plain', language },
    target,
  });
  const texts =
    lines.length > 0
      ? lines.map(({ unit: line, box }, n) => {
          const { left, top, width, height } = box;
          return text(String(n + 1), line.words, `${id}#xywh=${left},${top},${width},${height}`);
        })
      : unit.words === ''
        ? []
        : [text('page', unit.words, id)];
  const painting = {
    id: `${id}/image`,
    type: 'Annotation',
    motivation: 'painting',
    body: { id: `${base}/${image}`, type: 'Image', ...(format !== undefined && { format }), ...size },
    target: id,
  };
  return {
    id,
    type: 'Canvas',
    label: english(`p. ${page.n}`),
    ...size,
    items: [{ id: `${id}/images`, type: 'AnnotationPage', items: [painting] }],
    ...(texts.length > 0 && { annotations: [{ id: `${id}/text`, type: 'AnnotationPage', items: texts }] }),
  };
}

/** The ways through the document: its pages, and the turns of the talk with the pages on which they stand. */
function rangesOf({ citable }: OpenEdition, pages: readonly ImagedPage[], base: string): object[] {
  const range = (at: string, label: string, items: readonly object[]) => ({
    id: `${base}/range/${at}`,
    type: 'Range',
    label: english(label),
    items,
  });
  const canvas = (page: ImagedPage) => ({ id: canvasId(base, page), type: 'Canvas' });
  const turns = citable.units
    .filter(({ kind, id }) => kind === 'turn' && id !== undefined)
    .map((unit) => ({ unit, on: pages.filter(({ n }) => unit.pages.includes(n)) }))
    .filter(({ on }) => on.length > 0);
  const all = [
    range(
      'pages',
      'Pages',
      pages.map((page) => range(encodeURIComponent(page.id), `p. ${page.n}`, [canvas(page)])),
    ),
  ];
  if (turns.length > 0) {
    const each = turns.map(({ unit, on }) => range(encodeURIComponent(unit.id!), passageWords(unit), on.map(canvas)));
    all.push(range('turns', 'Turns', each));
  }
  return all;
}
