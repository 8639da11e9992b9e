import { dirname, extname, join } from 'node:path';
import { type Message, message } from '../messages/message.js';
import type { Received } from '../sources/read.js';
import { type FileCopy, kindOf } from './files.js';

/** What browsers show. */
const SHOWN: ReadonlySet<string> = new Set(['.png', '.jpg', '.jpeg', '.webp', '.gif']);

export interface Images {
  /** The address of an image beside the edition, by the name that the recognition gives it. */
  addresses: ReadonlyMap<string, string>;
  files: ReadonlyMap<string, FileCopy>;
  messages: Message[];
}

/** The page images that lie beside the files which name them. */
export async function imagesOf({ scan }: Received): Promise<Images> {
  const addresses = new Map<string, string>();
  const files = new Map<string, FileCopy>();
  const missing: { file: string; image: string }[] = [];
  for (const { page } of scan?.pages ?? []) {
    if (page.image === undefined || addresses.has(page.image)) continue;
    const name = page.image.split(/[\\/]/).at(-1) ?? '';
    const copyOf = join(dirname(page.file), name);
    if (SHOWN.has(extname(name).toLowerCase()) && (await kindOf(copyOf)) === 'file') {
      const address = `images/${name}`;
      addresses.set(page.image, encodeURI(address));
      files.set(address, { copyOf });
    } else missing.push({ file: page.file, image: page.image });
  }
  return { addresses, files, messages: missing.map(notFound) };
}

const notFound = ({ file, image }: { file: string; image: string }): Message =>
  message('image-is-found', {
    file,
    words: image,
    reason: `The page image “${image}” does not lie beside the file that names it, or is none that browsers show.`,
    advice: 'Put it there as PNG, JPEG, WebP or GIF; until then the edition has the places of the lines and no image.',
  });
