import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import { MaterialError, message } from '../messages/message.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Listening {
  servers: readonly Server[];
  port: number;
}

/** Both addresses by which a machine means itself (RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3). */
const LOOPBACK = ['127.0.0.1', '::1'] as const;
/** Codes of a machine without this kind of address; the other one is enough then. */
const ABSENT = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EPROTONOSUPPORT']);
const TRIES = 5;

export const isLoopback = (host: string | undefined): boolean =>
  host === undefined || host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);

/**
 * Listens on loopback, or on the one address that is named. Port 0 means any that is free.
 * @throws MaterialError where the address is none of this machine's, or the port is taken
 */
export async function listen(handler: Handler, port: number, host?: string): Promise<Listening> {
  const hosts = host === undefined || host === 'localhost' ? LOOPBACK : [host];
  for (let tried = 1; ; tried++) {
    const servers: Server[] = [];
    try {
      for (const one of hosts) {
        const at = servers[0] ? portOf(servers[0]) : port;
        const server = await listenOn(handler, at, one).catch((error: NodeJS.ErrnoException) => {
          if (one === '::1' && hosts.length > 1 && ABSENT.has(error.code ?? '')) return undefined;
          throw error;
        });
        if (server) servers.push(server);
      }
      return { servers, port: portOf(servers[0]!) };
    } catch (error) {
      for (const server of servers) server.close();
      // A port that is free for one address may be taken for the other.
      if (port === 0 && servers.length > 0 && tried < TRIES) continue;
      throw new MaterialError(refusal(error as NodeJS.ErrnoException, port, host));
    }
  }
}

const portOf = (server: Server): number => (server.address() as { port: number }).port;

function listenOn(handler: Handler, port: number, host: string): Promise<Server> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 20_000 }, handler);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, ipv6Only: host !== '::' }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

function refusal({ code, message: said }: NodeJS.ErrnoException, port: number, host = 'localhost') {
  const words = `${host}:${port}`;
  if (code === 'EADDRINUSE') {
    const reason = `Port ${port} of ${host} is taken by another program, perhaps by another preview.`;
    return message('address-is-free', {
      words,
      reason,
      advice: 'End that one, or name another port: --port 0 takes any that is free.',
    });
  }
  if (code === 'EACCES') {
    const reason = `Port ${port} of ${host} may not be used by you.`;
    return message('address-is-free', { words, reason, advice: 'Name a port from 1024 to 65535.' });
  }
  const reason = `“${host}” is no address of this machine (${code ?? said}).`;
  return message('address-is-free', {
    words,
    reason,
    advice: 'Leave --host out, or name an address that this machine has.',
  });
}

/** The names under which a request may ask for a server on `host`, in small letters, without the port. */
export function ownNames(host: string | undefined): ReadonlySet<string> {
  const names = ['localhost', ...LOOPBACK];
  if (host !== undefined) names.push(host, ...(/^(?:0\.0\.0\.0|::)$/.test(host) ? machineNames() : []));
  return new Set(names.map((name) => (name.includes(':') ? `[${name}]` : name).toLowerCase()));
}

const machineNames = (): string[] => [
  hostname(),
  ...Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address.replace(/%.*$/, ''))),
];
