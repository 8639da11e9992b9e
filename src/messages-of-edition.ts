import type { AnchoredDecision } from './editing/decisions.js';
import type { Message } from './messages/message.js';
import { placeOf, type Range, type Transcription } from './text/transcription.js';

/** Findings that the editor has settled are no findings any more: "keep" says that the words are right as they are. */
export function keepDecided(
  messages: readonly Message[],
  anchored: readonly AnchoredDecision[],
  file: string,
): Message[] {
  const kept = anchored.filter(({ decision }) => decision.keep);
  return messages.filter(
    ({ file: where, place }) =>
      where !== file ||
      !place ||
      !kept.some(({ meant }) => meant.start < place.end.offset && place.start.offset < meant.end),
  );
}

/** Gives findings on the TEI file the place in the transcription that they come from: the file that the editor can mend. */
export function placeInTranscription(
  messages: readonly Message[],
  xml: string,
  origins: ReadonlyMap<string, Range>,
  transcription: Transcription,
): Message[] {
  return messages.map((found) => {
    if (!found.place || found.file === transcription.file) return found;
    const ids = [...xml.slice(0, found.place.end.offset).matchAll(/\sxml:id="([^"]+)"/g)];
    const origin = ids
      .reverse()
      .map(([, id]) => origins.get(id!))
      .find((range) => range !== undefined);
    if (!origin) return found;
    return {
      ...found,
      related: [
        ...(found.related ?? []),
        { file: transcription.file, place: placeOf(transcription, origin), reason: 'It comes from here.' },
      ],
    };
  });
}
