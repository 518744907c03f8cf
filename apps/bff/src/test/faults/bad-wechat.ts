import { createServer } from 'node:http';
import { fakeWechat } from '../fake-wechat.ts';

/** WeChat over HTTP, that can be slow, away or out of its mind. Who logs in says their name in the code. */
export async function badWechat() {
  const wechat = fakeWechat(Date.now);
  let mood: 'well' | 'slow' | 'down' | 'nonsense' = 'well';
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (mood === 'down') return void request.socket.destroy();
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      if (mood === 'slow') await new Promise((resolve) => setTimeout(resolve, 2000));
      if (mood === 'nonsense') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>ok{"errcode":');
      const body = Buffer.concat(parts).toString();
      const answer = await wechat.fetch(`http://wechat${request.url}`, { method: request.method ?? 'GET', ...(body && { body }) });
      response.writeHead(answer.status, { 'content-type': 'text/plain' }).end(await answer.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    feel: (next: typeof mood) => {
      mood = next;
    },
    get asked() {
      return asked;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
