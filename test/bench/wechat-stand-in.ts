// A process of its own, since the load is waited for without doing anything else: WeChat that knows everybody by the code they bring.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const server = createServer((request, response) => {
  const code = new URL(request.url ?? '/', 'http://wechat').searchParams.get('js_code');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ openid: `of-${code}`, session_key: 'AAAAAAAAAAAAAAAAAAAAAA==' }));
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
