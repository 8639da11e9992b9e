export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The size in pixels that the head of a PNG, GIF, JPEG or WebP file tells; nothing where it is none of these. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = sizeOf(view);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function sizeOf(view: DataView): ImageSize | undefined {
  const start = view.getUint32(0);
  // ISO/IEC 15948, 11.2.2: the header is the first chunk.
  if (start === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
  // GIF89a, section 18.
  if (start === 0x47494638) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (start >>> 16 === 0xffd8) return sizeOfJpeg(view);
  if (start === 0x52494646 && view.getUint32(8) === 0x57454250) return sizeOfWebp(view);
  return undefined;
}

/** ITU-T T.81, B.1.1: segments up to the frame header, of which DHT, JPG and DAC are none. */
function sizeOfJpeg(view: DataView): ImageSize | undefined {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
}

/** RFC 9649, sections 2.5 to 2.7: lossy, lossless and extended files. */
function sizeOfWebp(view: DataView): ImageSize | undefined {
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (view.getUint32(12)) {
    case 0x56503820:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503858:
      return { width: uint24(24) + 1, height: uint24(27) + 1 };
    default:
      return undefined;
  }
}
