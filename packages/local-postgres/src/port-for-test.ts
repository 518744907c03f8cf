import { createServer } from 'node:net';

/**
 * Below those that Linux gives away by itself (net.ipv4.ip_local_port_range), so that nobody is given one of them by chance between this
 * look and its use, and each process looks in a place of its own.
 */
const LOWEST = 10_000;
const PLACES = 340;
const IN_A_PLACE = 64;
let next = 0;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });

/** A port for what has to be told it before it listens, or comes back on the same one. Asked again it gives another. */
export async function portForTest(): Promise<number> {
  for (;;) {
    const port = LOWEST + (((process.pid % PLACES) * IN_A_PLACE + next) % (PLACES * IN_A_PLACE));
    next += 1;
    if (await isFree(port)) return port;
  }
}
