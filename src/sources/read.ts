import type { EmphasisMark } from '../text/marks.js';
import type { Transcription } from '../text/transcription.js';
import { type Block, blocksOf, emphasisOf } from './markdown.js';

/** A transcription with what its own format says of it. */
export interface Source {
  readonly transcription: Transcription;
  readonly blocks: readonly Block[];
  readonly emphasis: readonly EmphasisMark[];
}

export function readSource(transcription: Transcription): Source {
  const blocks = blocksOf(transcription);
  return { transcription, blocks, emphasis: emphasisOf(transcription, blocks) };
}
