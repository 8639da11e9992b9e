import type { Certainty, FurnitureMark, FurnitureType, Position } from '../../text/marks.js';
import type { Range } from '../../text/transcription.js';
import { found } from '../found.js';

export const furnitureMark = (
  { start, end }: Range,
  type: FurnitureType,
  position: Position,
  certainty: Certainty,
  evidence: string,
): FurnitureMark => ({ kind: 'furniture', type, position, ...found(start, end, certainty, evidence) });
