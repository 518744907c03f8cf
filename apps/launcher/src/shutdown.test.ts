import { expect, test } from 'vitest';
import { Started } from './shutdown.ts';

test('先停面向人的，最后停数据库；停的时候又来的马上停', async () => {
  const order: string[] = [];
  const item = (name: string) => ({
    stop: async () => {
      await Promise.resolve();
      order.push(name);
    },
  });
  const started = new Started();
  started.add(0, item('database'));
  started.add(2, item('pages'));
  started.add(1, item('api'));
  started.add(1, item('worker'));
  const stopped = started.stop();
  started.add(3, item('late build'));
  await stopped;
  await started.stop();
  expect(order.filter((name) => name !== 'late build')).toEqual(['pages', 'api', 'worker', 'database']);
  expect(order).toContain('late build');
  expect(order).toHaveLength(5);
});
