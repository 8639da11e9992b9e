import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Deflate, Zip, type ZipInputFile } from 'fflate';
import { isPacked } from '../deposit/formats.js';
import { MaterialError, message } from '../messages/message.js';

/** What the directory of a ZIP archive can say in 32 and 16 bits. fflate writes no ZIP64, and would write wrong numbers. */
const MOST_BYTES = 0xffffffff;
const MOST_FILES = 0xffff;
const CHUNK = 1 << 16;

/**
 * Packs a folder's files as ZIP, `top/` before each name, in the order given. The same files give the same bytes: they have one
 * date, and are read in pieces of one length.
 * @param day of all files, ISO 8601; ZIP knows days from 1980 to 2107
 * @throws MaterialError where the archive would be larger than the format holds
 */
export function writeZip(
  archive: string,
  top: string,
  files: readonly { path: string; from: string; size: number }[],
  day: string,
): void {
  refuseLarge(archive, files);
  const out = openSync(archive, 'wx');
  let failed: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failed = error;
    else for (let at = 0; at < chunk.length; ) at += writeSync(out, chunk, at);
  });
  try {
    for (const { path, from } of files) pack(zip, `${top}/${path}`, from, day);
    zip.end();
    if (failed) throw failed;
  } finally {
    closeSync(out);
  }
}

/**
 * fflate's own `ZipDeflate` is kept by the archive until its end, with all of its buffers; this entry lets them go when it
 * is written, so that memory does not grow with the number of files.
 */
function pack(zip: Zip, filename: string, from: string, day: string): void {
  const stored = isPacked(filename);
  const [year, month, date] = day.split('-').map(Number);
  const entry: ZipInputFile = {
    filename,
    size: 0,
    crc: 0,
    compression: stored ? 0 : 8,
    // By the parts of a local date, so that no time zone shows.
    mtime: year! < 1980 ? new Date(1980, 0, 1) : new Date(year!, month! - 1, date),
  };
  zip.add(entry);
  const done = (chunk: Uint8Array<ArrayBuffer>, final: boolean) => entry.ondata!(null, chunk, final);
  const deflate = stored ? undefined : new Deflate({ level: 6 }, done);
  const input = openSync(from, 'r');
  try {
    // Two buffers take turns: one is packed while the next is read, to know whether it is the last.
    const buffers = [new Uint8Array(CHUNK), new Uint8Array(CHUNK)] as const;
    let turn = 0;
    const read = (): Uint8Array<ArrayBuffer> => {
      turn = 1 - turn;
      const buffer = buffers[turn]!;
      return buffer.subarray(0, readSync(input, buffer, 0, CHUNK, null));
    };
    let size = 0;
    let sum = 0;
    for (let chunk = read(), next = chunk; ; chunk = next) {
      next = chunk.length === 0 ? chunk : read();
      size += chunk.length;
      sum = crc32(chunk, sum);
      const final = next.length === 0;
      if (final) Object.assign(entry, { size, crc: sum });
      if (deflate) deflate.push(chunk, final);
      else done(chunk, final);
      if (final) break;
    }
  } finally {
    closeSync(input);
  }
}

function refuseLarge(archive: string, files: readonly { size: number }[]): void {
  // Names, headers and what packing may add: less than a kilobyte a file and a thousandth of its size.
  const most = files.reduce((sum, { size }) => sum + size * 1.001 + 1024, 0);
  if (most <= MOST_BYTES && files.length <= MOST_FILES) return;
  throw new MaterialError(
    message('output-is-writable', {
      file: archive,
      words: archive,
      reason: `The bag has ${files.length.toLocaleString('en-US')} files of ${(most / 1e9).toFixed(1)} GB, more than an archive without ZIP64 can hold.`,
      advice:
        'Leave --zip out and pack the folder with a program that writes ZIP64, or deposit each edition with --each.',
    }),
  );
}
