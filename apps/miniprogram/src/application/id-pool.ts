import type { NewId } from './ports.ts';

const FULL = 40;
const LOW = 20;

/** WeChat makes random bytes only asynchronously; a tap wants its id at once. So some are made ahead. */
export async function openIdPool(make: () => Promise<string>): Promise<NewId> {
  const ready: string[] = [];
  let filling = false;
  const fill = async () => {
    if (filling) return;
    filling = true;
    while (ready.length < FULL) ready.push(await make());
    filling = false;
  };
  await fill();
  return () => {
    const id = ready.pop();
    if (id === undefined) throw new Error('no id left');
    if (ready.length < LOW) void fill();
    return id;
  };
}
