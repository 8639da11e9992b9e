import type { IncomingMessage } from 'node:http';

/** In bytes; more than any request of a protocol of queries has. */
const MOST = 8192;
const FORM = 'application/x-www-form-urlencoded';

export type Form = { readonly pairs: [string, string][] } | { readonly status: 413 | 415; readonly refused: string };

/** What a form says that was sent with POST; a longer one is not read to its end. */
export async function formOf(request: IncomingMessage): Promise<Form> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (type !== FORM) return { status: 415, refused: `Send the arguments as ${FORM}.` };
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > MOST) return { status: 413, refused: `No request of this protocol is longer than ${MOST} bytes.` };
  }
  return { pairs: [...new URLSearchParams(Buffer.concat(chunks).toString('utf8'))] };
}
