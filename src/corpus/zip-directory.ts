import type { FileHandle } from 'node:fs/promises';

/** A file or folder of a ZIP archive, as its central directory lists it (APPNOTE 6.3, section 4.3.12). */
export interface ZipEntry {
  /** As it is written; folders end in a slash. */
  readonly name: string;
  /** In bytes, unpacked. */
  readonly size: number;
  readonly packed: number;
  readonly crc: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Where its local header begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** The longest comment that may stand behind the end, with the end itself. */
const MOST_BEHIND = 65_535 + 22;
const FULL = 0xffffffff;

/**
 * The central directory of an archive, with the fields of ZIP64 where it has them.
 * @throws Error where the file is no such archive, or is damaged
 */
export async function zipDirectory(file: FileHandle): Promise<ZipEntry[]> {
  const { size } = await file.stat();
  const tail = await bytesAt(file, Math.max(0, size - MOST_BEHIND), Math.min(size, MOST_BEHIND));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== END)
    throw new Error('it is no ZIP archive, or its end is missing');
  let count = tail.readUInt16LE(end + 10);
  let length = tail.readUInt32LE(end + 12);
  let start = tail.readUInt32LE(end + 16);
  if (end >= 20 && tail.readUInt32LE(end - 20) === END_64_LOCATOR) {
    const far = await bytesAt(file, Number(tail.readBigUInt64LE(end - 12)), 56);
    if (far.readUInt32LE(0) !== END_64) throw new Error('its ZIP64 directory is damaged');
    count = Number(far.readBigUInt64LE(32));
    length = Number(far.readBigUInt64LE(40));
    start = Number(far.readBigUInt64LE(48));
  }
  if (start + length > size) throw new Error('its directory leads beyond its end: it was cut off');
  const directory = await bytesAt(file, start, length);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > length || directory.readUInt32LE(at) !== CENTRAL) throw new Error('its directory is damaged');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
    const name = directory.subarray(at + 46, at + 46 + nameLength!);
    const extra = directory.subarray(at + 46 + nameLength!, at + 46 + nameLength! + extraLength!);
    const [packed, unpacked, offset] = wide(
      extra,
      [20, 24, 42].map((field) => directory.readUInt32LE(at + field)),
    );
    entries.push({
      name: nameOf(name),
      size: unpacked!,
      packed: packed!,
      crc: directory.readUInt32LE(at + 16),
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      offset: offset!,
    });
    at += 46 + nameLength! + extraLength! + commentLength!;
  }
  return entries;
}

/**
 * Where the bytes of an entry begin.
 * @throws Error where its own header says otherwise than the directory
 */
export async function contentStart(file: FileHandle, { offset, name }: ZipEntry): Promise<number> {
  const header = await bytesAt(file, offset, 30);
  if (header.readUInt32LE(0) !== LOCAL) throw new Error('its header in the archive is damaged');
  const [nameLength, extraLength] = [header.readUInt16LE(26), header.readUInt16LE(28)];
  const own = nameOf(await bytesAt(file, offset + 30, nameLength));
  if (own !== name) throw new Error(`its header in the archive calls it “${own}”`);
  return offset + 30 + nameLength + extraLength;
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error('the archive was cut off');
  return buffer;
}

/** Sizes and offsets that do not fit into 32 bits stand in the extra field of ZIP64, in this order: unpacked, packed, offset. */
function wide(extra: Buffer, [packed, unpacked, offset]: readonly number[]): number[] {
  let [far, end] = [0, 0];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1) [far, end] = [at + 4, at + 4 + extra.readUInt16LE(at + 2)];
  const next = (value: number) => {
    if (value !== FULL || far + 8 > Math.min(end, extra.length)) return value;
    far += 8;
    return Number(extra.readBigUInt64LE(far - 8));
  };
  const size = next(unpacked!);
  const small = next(packed!);
  return [small, size, next(offset!)];
}

/** Names are UTF-8; older programs wrote other encodings, of which nothing is known. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
