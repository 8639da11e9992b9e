import { surfaceId, zoneId } from './body.js';
import type { Edition } from './edition.js';
import { block, type Element, inline } from './element.js';

/** The page images with the places of their lines (Guidelines, 12.1); absent where the transcription names no places. */
export function encodeFacsimile({ surfaces }: Edition): Element | undefined {
  if (surfaces.length === 0) return undefined;
  return block(
    'facsimile',
    {},
    surfaces.map(({ n, image, width, height, zones }) =>
      block(
        'surface',
        { 'xml:id': surfaceId(n), ...(width && height && corners({ left: 0, top: 0, right: width, bottom: height })) },
        image !== undefined && inline('graphic', { url: image }),
        zones.map(({ n: line, ...box }) => inline('zone', { 'xml:id': zoneId(n, line), ...corners(box) })),
      ),
    ),
  );
}

const corners = (box: { left: number; top: number; right: number; bottom: number }) => ({
  ulx: whole(box.left),
  uly: whole(box.top),
  lrx: whole(box.right),
  lry: whole(box.bottom),
});

/** Corners are counts of pixels; a box that reaches over the edge of the image ends there. */
const whole = (pixels: number): string => String(Math.max(0, Math.round(pixels)));
