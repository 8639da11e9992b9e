import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { inRepository } from '../repository.js';

export interface Preview {
  address: string;
  port: number;
  process: ChildProcess;
  /** What it has said so far, on both channels. */
  said(): string;
  /** Ends it as Ctrl+C would, and gives the exit status. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `memcon serve` on a free port, and waits until it has an address. */
export function serving(args: readonly string[], folder: string): Promise<Preview> {
  const child = spawn(process.execPath, [inRepository('dist/cli/main.js'), 'serve', ...args, '--port', '0'], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', MEMCON_CACHE: 'off' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const [address] = /http:\/\/\S+\//.exec(said) ?? [];
      if (address === undefined) return;
      resolve({
        address,
        port: Number(new URL(address).port),
        process: child,
        said: () => said,
        async stop(signal = 'SIGINT') {
          if (child.exitCode !== null) return child.exitCode;
          const closed = once(child, 'close');
          child.kill(signal);
          const [status] = (await closed) as [number | null];
          return status;
        },
      });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (status) => reject(new Error(`ended with ${status}: ${said}`)));
  });
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Sends bytes as they are, which no client library would, and reads until the other side closes. */
export function raw(port: number, request: string, host = '127.0.0.1'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.write(Buffer.from(request, 'latin1')));
    const chunks: Buffer[] = [];
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer in ten seconds')));
    socket.on('data', (chunk) => chunks.push(chunk));
    // A request that is refused before it is read to its end is cut off.
    socket.on('error', (error: NodeJS.ErrnoException) => error.code !== 'ECONNRESET' && reject(error));
    socket.on('close', () => {
      const [head = '', ...body] = Buffer.concat(chunks).toString('latin1').split('\r\n\r\n');
      const [line = '', ...fields] = head.split('\r\n');
      const headers = fields.map((field) => [field.split(':')[0]!.toLowerCase(), field.replace(/^[^:]*:\s*/, '')]);
      resolve({
        status: Number(line.split(' ')[1]),
        headers: Object.fromEntries(headers),
        body: body.join('\r\n\r\n'),
      });
    });
  });
}

/** A GET with this target, written as it is. */
export const get = (port: number, target: string, headers = ''): Promise<Answer> =>
  raw(port, `GET ${target} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n${headers}\r\n`);

/** Waits until something holds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, seconds = 30): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`did not happen in ${seconds} seconds: ${what}`);
}
