import type { Ports } from './ports.ts';

/** What stands on the screen when everything is up. */
export async function welcome(ports: Ports, seconds: number): Promise<string> {
  const lines = [
    '',
    `✓ 已就绪（${seconds.toFixed(1)} 秒） · Ready`,
    '',
    `  居民端网页  Residents       http://127.0.0.1:${ports.miniprogram}`,
    `  镇街工作台  Township desk   http://127.0.0.1:${ports.desk}`,
    '',
    `  样例居民  Sample residents  ${(await sampleResidents(ports)).join('　')}`,
  ];
  return [...lines, '', '  按 Ctrl-C 结束 · Ctrl-C ends everything', ''].join('\n');
}

async function sampleResidents(ports: Ports): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${ports.sandbox}/__sandbox/personas`);
  const { personas } = (await answer.json()) as { personas: { name: string; phone: string }[] };
  return personas.slice(0, 2).map(({ name, phone }) => `${name} ${phone}`);
}
