import { localProblem, type Problem } from '@assist/contracts';
import { expect, test } from 'vitest';
import { problemWords } from './problem-words';

test('先说谁的事，再说东西在不在', () => {
  const unknown: Problem = { type: 'about:problem/unknown', title: '', status: 500, code: 'unknown', instance: 'W7K-3Q9' };
  expect(problemWords(unknown)).toEqual({ title: '没接上，是我们的问题', rest: '填好的都在。', number: 'W7K-3Q9' });
  expect(problemWords(localProblem('no-network'))).toEqual({ title: '现在没有网', rest: '填好的都在手机里。', number: undefined });
  expect(problemWords({ ...unknown, code: 'not-found' })).toMatchObject({ title: '没有找到', rest: undefined });
});
