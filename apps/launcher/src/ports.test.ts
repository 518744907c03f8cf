import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { PlainProblem } from './plain-problem.ts';
import { readPorts, refuseTakenPorts } from './ports.ts';

test('不设变量时用约定的端口，设了就用设的', () => {
  expect(readPorts({}).miniprogram).toBe(8080);
  expect(readPorts({ DESK_PORT: '9081', BFF_PORT: '' })).toMatchObject({ desk: 9081, residentApi: 8787 });
});

test.each(['abc', '0', '65536', '80.5', '-1'])('BFF_PORT=%s 不是端口：说清楚是哪个变量', (given) => {
  expect(() => readPorts({ BFF_PORT: given })).toThrow(`BFF_PORT=${given} 不是端口号`);
});

test('两处设成同一个端口：说出是哪两处', () => {
  expect(() => readPorts({ DESK_PORT: '8080' })).toThrow('MINIPROGRAM_PORT 和 DESK_PORT 都是 8080');
});

test('端口被占用：一句话说出全部被占的，和怎么换', async () => {
  const servers = await Promise.all(
    [0, 0].map(
      () =>
        new Promise<{ port: number; close: () => void }>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => {
            resolve({ port: (server.address() as { port: number }).port, close: () => server.close() });
          });
        }),
    ),
  );
  const [desk, bff] = servers.map(({ port }) => port) as [number, number];
  const ports = readPorts({ DESK_PORT: String(desk), BFF_PORT: String(bff) });
  const problem = await refuseTakenPorts(ports, ['desk', 'residentApi']).catch((caught) => caught);
  expect(problem).toBeInstanceOf(PlainProblem);
  expect(problem.message).toContain(`端口已被占用：${desk} (镇街工作台)、${bff} (居民接口)`);
  expect(problem.message).toContain(`DESK_PORT=${desk + 1000} BFF_PORT=${bff + 1000} npm start`);
  for (const { close } of servers) close();
});
