import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { isPacked } from '../deposit/formats.js';

/** Permissions of every file, whatever those on the disk are. */
const MODE = 0o100644;

/**
 * Packs a folder's files as ZIP, `top/` before each name, in the order given; one that is large is a ZIP64. Files go
 * through memory piece by piece. The same files give the same bytes: all have one date and one mode.
 * @param day of all files, ISO 8601; ZIP knows days from 1980 to 2107
 * @throws Error of the system where a file cannot be read or the archive not be written
 */
export async function writeZip(
  archive: string,
  top: string,
  files: readonly { path: string; from: string }[],
  day: string,
): Promise<void> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  const [year, month, date] = day.split('-').map(Number);
  // By the parts of a local date, as the format has them, so that no time zone shows.
  const mtime = year! < 1980 ? new Date(1980, 0, 1) : new Date(year!, month! - 1, date);
  const options = { mtime, mode: MODE, forceDosTimestamp: true };
  for (const { path, from } of files) {
    zip.addFile(from, `${top}/${path}`, { ...options, compress: !isPacked(path) });
  }
  zip.end();
  await Promise.race([failed, pipeline(zip.outputStream, createWriteStream(archive, { flags: 'wx' }))]);
}
