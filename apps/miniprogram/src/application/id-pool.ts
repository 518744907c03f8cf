import type { NewId } from './ports.ts';

const FULL = 40;
const LOW = 20;

/** WeChat makes random bytes only asynchronously; a tap wants its id at once. So some are made ahead, all in one call. */
export async function openIdPool(make: (count: number) => Promise<readonly string[]>): Promise<NewId> {
  const ready: string[] = [];
  let filling: Promise<void> | undefined;
  const fill = () => {
    filling ??= make(FULL)
      .then((ids) => void ready.push(...ids))
      .finally(() => {
        filling = undefined;
      });
    return filling;
  };
  await fill();
  return () => {
    const id = ready.pop();
    if (id === undefined) throw new Error('no id left');
    if (ready.length < LOW) void fill();
    return id;
  };
}
