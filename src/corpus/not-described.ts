import { dirname } from 'node:path';
import { MaterialError, message } from '../messages/message.js';
import { isNamedTranscription } from './transcriptions.js';
import type { Task } from './workspace.js';

/** What cannot be done to a transcription without an `edition.yaml`, beside which versions, ids and releases are kept. */
export function notDescribed({ files, transcription }: Task, done: string): MaterialError {
  const folder = files.every(isNamedTranscription) ? dirname(files[0]!) : undefined;
  return new MaterialError(
    message('edition-is-described', {
      file: transcription,
      reason:
        folder === undefined
          ? `“${transcription}” has no folder with an edition.yaml; only an edition that has one can be ${done}.`
          : `The folder “${folder}” has no edition.yaml; only an edition that has one can be ${done}.`,
      advice:
        folder === undefined
          ? 'Put it as transcription.md into a folder with an edition.yaml, and name that.'
          : 'Write one beside the transcription, with its version and date at least, such as “version: 1.0.0”.',
    }),
  );
}
