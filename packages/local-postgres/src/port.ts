import { createServer } from 'node:net';
import { LocalPostgresProblem } from './problem.ts';

/** The port asked for if it is free, or any free one. Throws 'port-taken'. */
export async function freePort(wanted: number | undefined): Promise<number> {
  const server = createServer();
  try {
    return await new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port: wanted ?? 0, host: '127.0.0.1', exclusive: true }, () => resolve((server.address() as { port: number }).port));
    });
  } catch {
    throw portTaken(wanted ?? 0);
  } finally {
    server.close();
  }
}

export function portTaken(port: number): LocalPostgresProblem {
  return new LocalPostgresProblem(
    'port-taken',
    `端口 ${port} 已被别的程序占用，数据库不能启动：请结束占用它的程序，或用 POSTGRES_PORT 换一个端口。`,
    `Port ${port} is taken by another program, so the database cannot start: end that program, or choose another with POSTGRES_PORT.`,
  );
}
