import { createServer } from 'node:net';
import { PlainProblem } from './plain-problem.ts';

/** What listens where, and the variable that moves it. */
export const portNames = {
  miniprogram: { variable: 'MINIPROGRAM_PORT', usual: 8080, chinese: '居民端网页', english: 'the residents’ page' },
  desk: { variable: 'DESK_PORT', usual: 8081, chinese: '镇街工作台', english: 'the township desk' },
  residentApi: { variable: 'BFF_PORT', usual: 8787, chinese: '居民接口', english: 'the residents’ API' },
  staffApi: { variable: 'BFF_STAFF_PORT', usual: 8788, chinese: '工作人员接口', english: 'the staff API' },
  sandbox: { variable: 'WECHAT_SANDBOX_PORT', usual: 8790, chinese: '微信沙箱', english: 'the WeChat sandbox' },
  identity: { variable: 'DEV_OIDC_PORT', usual: 8791, chinese: '开发用身份登录', english: 'the development sign-in' },
  postgres: { variable: 'POSTGRES_PORT', usual: 8792, chinese: '数据库', english: 'the database' },
} as const;

export type PortName = keyof typeof portNames;
export type Ports = Readonly<Record<PortName, number>>;

/** The ports to use. Throws a plain problem for a value that is no port and for two that are the same. */
export function readPorts(environment: NodeJS.ProcessEnv): Ports {
  const read = (name: PortName): number => {
    const { variable, usual } = portNames[name];
    const given = environment[variable];
    if (given === undefined || given === '') return usual;
    const port = Number(given);
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
    throw new PlainProblem(
      `${variable}=${given} 不是端口号：请设为 1 到 65535 的整数。`,
      `${variable}=${given} is not a port: give a whole number from 1 to 65535.`,
    );
  };
  const ports = Object.fromEntries(Object.keys(portNames).map((name) => [name, read(name as PortName)])) as Ports;
  refuseTwice(ports);
  return ports;
}

function refuseTwice(ports: Ports): void {
  const seen = new Map<number, string>();
  for (const [name, port] of Object.entries(ports) as [PortName, number][]) {
    const { variable } = portNames[name];
    const other = seen.get(port);
    if (other) {
      throw new PlainProblem(
        `${other} 和 ${variable} 都是 ${port}：请给其中一个换一个端口。`,
        `${other} and ${variable} are both ${port}: give one of them another port.`,
      );
    }
    seen.set(port, variable);
  }
}

/** Throws one plain problem that names every port of these that another program has. */
export async function refuseTakenPorts(ports: Ports, wanted: readonly PortName[]): Promise<void> {
  const checked = await Promise.all(wanted.map(async (name) => ({ name, free: await isFree(ports[name]) })));
  const taken = checked.filter(({ free }) => !free).map(({ name }) => ({ ...portNames[name], port: ports[name] }));
  const [first] = taken;
  if (!first) return;
  const list = (language: 'chinese' | 'english') =>
    taken.map((each) => `${each.port} (${each[language]})`).join(language === 'chinese' ? '、' : ', ');
  const move = taken.map(({ variable, port }) => `${variable}=${port + 1000}`).join(' ');
  throw new PlainProblem(
    `端口已被占用：${list('chinese')}。可能已经启动过一次：请先结束占用的程序，或换端口启动，例如 ${move} npm start。`,
    `Taken by another program: port ${list('english')}. Perhaps it is running already: end that program, or start with other ports, such as ${move} npm start.`,
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
