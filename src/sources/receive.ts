import { MaterialError, message } from '../messages/message.js';
import { type Origin, type Transcription, transcriptionOf } from '../text/transcription.js';
import { readAlto } from './alto.js';
import { checkTranscription, decodeUtf8 } from './decode.js';
import { type Format, formatOf } from './format.js';
import { readHocr } from './hocr.js';
import { readPageXml } from './page-xml.js';
import type { Received } from './read.js';
import type { ScannedPage } from './scan.js';
import { textOfPages } from './scanned-text.js';

/** A file as it lies on the disk, with the path that messages name. */
export interface ReceivedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

const SCANS: { readonly [F in Format]?: (file: string, text: string) => ScannedPage[] } = {
  alto: readAlto,
  page: readPageXml,
  hocr: readHocr,
};

/**
 * The transcription that files hold, one document in the order given. `name` is what messages call it as a whole.
 * @throws MaterialError when a file cannot be read, or the files are of several formats
 */
export function receive(files: readonly ReceivedFile[], name: string): Received {
  const texts = files.map(({ file, bytes }) => {
    const text = decodeUtf8(file, bytes);
    return { file, text, format: formatOf(file, text) };
  });
  const formats = [...new Set(texts.map(({ format }) => format))];
  if (formats.length > 1) throw severalFormats(name, formats);
  const read = SCANS[formats[0]!];
  const received = read
    ? receiveScans(name, texts, read)
    : { transcription: joined(name, texts), format: formats[0] === 'text' ? ('text' as const) : ('markdown' as const) };
  checkTranscription(received.transcription);
  return received;
}

function receiveScans(
  name: string,
  texts: readonly { file: string; text: string }[],
  read: (file: string, text: string) => ScannedPage[],
): Received {
  const scan = textOfPages(texts.flatMap(({ file, text }) => read(file, text)));
  const lines = new Map(texts.map(({ file, text }) => [file, transcriptionOf(file, text).lineStarts]));
  const origins = scan.words.map(
    ({ start, end, word, page }): Origin => ({
      start,
      end,
      file: page.file,
      at: word.at,
      exact: false,
      lineStarts: lines.get(page.file)!,
    }),
  );
  return { transcription: { ...transcriptionOf(name, scan.text), origins }, format: 'scan', scan };
}

/** The pages of one text in several files, a form feed between them. */
function joined(name: string, texts: readonly { file: string; text: string }[]): Transcription {
  if (texts.length === 1) return transcriptionOf(texts[0]!.file, texts[0]!.text);
  let text = '';
  const origins = texts.map(({ file, text: own }, i): Origin => {
    if (i > 0) text += text.endsWith('\n') ? '\f' : '\n\f';
    const start = text.length;
    text += own;
    return { start, end: text.length, file, at: 0, exact: true, lineStarts: transcriptionOf(file, own).lineStarts };
  });
  return { ...transcriptionOf(name, text), origins };
}

const severalFormats = (file: string, formats: readonly Format[]): MaterialError =>
  new MaterialError(
    message('transcription-format-is-known', {
      file,
      reason: `The pages of “${file}” are in several formats: ${formats.join(', ')}.`,
      advice: 'Keep the pages of one document in one format, all of them in one folder.',
    }),
  );
