import { createServer, connect as dial, type Socket } from 'node:net';

/** A line between phones and the process that can be cut: before a request arrives, in its middle, or with the answer on its way. */
export async function cuttingProxy(target: () => number, random: () => number) {
  const open = new Set<Socket>();
  /** One in so many connections is cut by itself. */
  let oneIn = 0;
  let cut = 0;
  const server = createServer((phone) => {
    const inside = dial(target(), '127.0.0.1');
    open.add(phone);
    const end = () => {
      phone.destroy();
      inside.destroy();
      open.delete(phone);
    };
    for (const socket of [phone, inside]) socket.on('error', end).on('close', end);
    phone.pipe(inside);
    inside.pipe(phone);
    if (oneIn > 0 && random() < 1 / oneIn) {
      cut += 1;
      setTimeout(end, random() * 60);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    cutOneIn: (n: number) => {
      oneIn = n;
    },
    cutAll: () => {
      cut += open.size;
      for (const socket of open) socket.destroy();
    },
    get cut() {
      return cut;
    },
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
