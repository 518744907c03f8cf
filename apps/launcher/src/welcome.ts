import { askBff } from './ask-bff.ts';
import type { Ports } from './ports.ts';

type Clerk = { name: string; role: string; officeId: string; where: string };
type Resident = { name: string; phone: string };

/** What stands on the screen when everything is up: addresses, two sample residents, two sample clerks. */
export async function welcome(ports: Ports, seconds: number): Promise<string> {
  const [residents, clerks] = await Promise.all([sampleResidents(ports), askBff<Clerk[]>('print-sample-clerks')]);
  return [
    '',
    `✓ 已就绪（${seconds.toFixed(1)} 秒） · Ready`,
    '',
    `  居民端网页  Residents       http://127.0.0.1:${ports.miniprogram}`,
    ...residents.map(({ name, phone }) => `    样例居民 sample resident  ${name}  ${phone}`),
    '',
    `  镇街工作台  Township desk   http://127.0.0.1:${ports.desk}`,
    ...twoOfDifferentOffices(clerks).map(({ name, where }) => `    样例经办 sample clerk     ${name}  ${where}`),
    '',
    `  短信和电话  Texts and calls http://127.0.0.1:${ports.staffApi}/staff/loopback （没有真的发出去 · none is sent）`,
    '',
    '  按 Ctrl-C 结束 · Ctrl-C ends everything',
    '',
  ].join('\n');
}

async function sampleResidents(ports: Ports): Promise<Resident[]> {
  const answer = await fetch(`http://127.0.0.1:${ports.sandbox}/__sandbox/personas`);
  const { personas } = (await answer.json()) as { personas: Resident[] };
  return personas.slice(0, 2);
}

/** So that one can see what the other cannot. */
function twoOfDifferentOffices(clerks: Clerk[]): Clerk[] {
  const handlers = clerks.filter(({ role }) => role === 'handler');
  const [first] = handlers;
  const other = handlers.find(({ officeId }) => officeId !== first?.officeId);
  return [first, other].filter((clerk) => clerk !== undefined);
}
