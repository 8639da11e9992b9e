import type { ServerResponse } from 'node:http';

/** In milliseconds; shorter than what lies between drops as idle. */
const HEARTBEAT = 25_000;

/** The open pages, told of each version over Server-Sent Events (HTML Standard, section 9.2). */
export class Followers {
  readonly #open = new Set<ServerResponse>();
  readonly #beat = setInterval(() => this.#write(': still here\n\n'), HEARTBEAT).unref();

  constructor(private readonly version: () => string) {}

  add(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
    response.write(this.#event());
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
  }

  tell(): void {
    this.#write(this.#event());
  }

  close(): void {
    clearInterval(this.#beat);
    for (const response of this.#open) response.end();
  }

  #event = (): string => `retry: 1000\nevent: version\ndata: ${this.version()}\n\n`;

  #write(words: string): void {
    for (const response of this.#open) response.write(words);
  }
}
