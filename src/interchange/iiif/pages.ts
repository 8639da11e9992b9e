import { allAt, childrenOf, idOf, type TeiElement } from '../../citation/tree.js';
import type { Unit } from '../../citation/unit.js';
import type { OpenEdition } from '../edition.js';
import type { ImageSize } from './image-size.js';

/** A rectangle on a page image, in pixels from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A page with its image. */
export interface ImagedPage {
  /** The xml:id of its `pb`. */
  readonly id: string;
  readonly n: string;
  readonly unit: Unit;
  /** The address of the image, from the folder of the edition. */
  readonly image: string;
  readonly size: ImageSize;
  /** Its lines, as far as the file tells where they stand. */
  readonly lines: readonly { readonly unit: Unit; readonly box: Box }[];
}

/** The addresses of images in a file whose surfaces do not tell their sizes. */
export const unsizedImages = ({ root }: OpenEdition): string[] =>
  allAt(root, 'facsimile/surface')
    .filter((surface) => sizeOf(surface) === undefined)
    .flatMap((surface) => imageOf(surface) ?? []);

/** The pages that have an image of known size: that of the surface, else of the image file. */
export function imagedPages(
  { root, elements, citable, trees }: OpenEdition,
  sizes: ReadonlyMap<string, ImageSize>,
): ImagedPage[] {
  const surfaces = byId(allAt(root, 'facsimile/surface'));
  const zones = byId(allAt(root, 'facsimile/surface/zone'));
  const lines = trees.flatMap(({ passages }) => passages).filter(({ element }) => element.name === 'lb');
  const breaks = elements.filter(({ name }) => name === 'pb');
  return breaks.flatMap((page, n): ImagedPage[] => {
    const surface = surfaces.get(pointed(page));
    const image = surface && imageOf(surface);
    const id = idOf(page);
    const unit = id === undefined ? undefined : citable.byReference.get(id);
    const size = surface && (sizeOf(surface) ?? (image === undefined ? undefined : sizes.get(image)));
    if (id === undefined || !unit || image === undefined || !size) return [];
    const end = breaks[n + 1]?.order ?? Number.POSITIVE_INFINITY;
    const here = lines.filter(({ element }) => page.order < element.order && element.order < end);
    return [
      {
        id,
        n: page.attributes.get('n') ?? '',
        unit,
        image,
        size,
        lines: here.flatMap(({ element, unit: line }) => {
          const box = boxOf(zones.get(pointed(element)));
          return box && line.words !== '' ? [{ unit: line, box }] : [];
        }),
      },
    ];
  });
}

const byId = (elements: readonly TeiElement[]): ReadonlyMap<string, TeiElement> =>
  new Map(elements.map((element) => [idOf(element) ?? '', element]));

const pointed = ({ attributes }: TeiElement): string => (attributes.get('facs') ?? '').replace(/^#/, '');

const imageOf = (surface: TeiElement): string | undefined => childrenOf(surface, 'graphic')[0]?.attributes.get('url');

function sizeOf(surface: TeiElement): ImageSize | undefined {
  const box = boxOf(surface);
  return box && { width: box.width, height: box.height };
}

function boxOf(element: TeiElement | undefined): Box | undefined {
  const [left, top, right, bottom] = ['ulx', 'uly', 'lrx', 'lry'].map((name) =>
    Number(element?.attributes.get(name) ?? Number.NaN),
  );
  const box = { left: left!, top: top!, width: right! - left!, height: bottom! - top! };
  return box.width > 0 && box.height > 0 ? box : undefined;
}
