// A process of its own beside the residents' load: clerks take the next item and open it, so many a second in all, until they are told to stop.
import { randomUUID } from 'node:crypto';

interface Given {
  readonly url: string;
  readonly sessions: readonly string[];
  readonly claimsASecond: number;
}

const { url, sessions, claimsASecond } = JSON.parse(process.argv[2] ?? '{}') as Given;
const took: number[] = [];
const refused: Record<string, number> = {};
let [claimed, opened, over] = [0, 0, false];

async function ask(session: string, method: string, path: string): Promise<unknown> {
  const began = performance.now();
  const answer = await fetch(url + path, {
    method,
    headers: {
      cookie: `desk_session=${session}`,
      'x-requested-with': 'desk',
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
    },
  });
  const data: unknown = await answer.json();
  took.push(performance.now() - began);
  if (answer.ok) return data;
  refused[answer.status] = (refused[answer.status] ?? 0) + 1;
  return undefined;
}

async function clerk(session: string, n: number): Promise<void> {
  const every = (1000 * sessions.length) / claimsASecond;
  let next = performance.now() + (every * n) / sessions.length;
  while (!over) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
    next += every;
    const got = (await ask(session, 'POST', '/staff/api/queue/claim')) as { item: { applicationId?: string } | null } | undefined;
    if (!got?.item?.applicationId) continue;
    claimed += 1;
    if (await ask(session, 'GET', `/staff/api/applications/${got.item.applicationId}`)) opened += 1;
  }
}

process.once('SIGTERM', () => {
  over = true;
});
const began = performance.now();
process.stdout.write('working\n');
await Promise.all(sessions.map(clerk));
const seconds = (performance.now() - began) / 1000;
const p99 = took.sort((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? 0;
process.stdout.write(`${JSON.stringify({ claimed, opened, refused, seconds, p99 })}\n`);
