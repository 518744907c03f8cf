import { afterEach, beforeEach } from 'vitest';

/** The steps of a story stand on each other: after one that went wrong the rest are not tried, so that the first reason stands alone. */
export function oneStory(): void {
  let broken = false;
  beforeEach((context) => context.skip(broken, 'an earlier step of this story went wrong'));
  afterEach((context) => {
    broken ||= context.task.result?.state === 'fail';
  });
}
