import { expect, test } from 'vitest';
import { answerOf, noAnswer } from './notify-answer';

test('只有说同意的才算同意', () => {
  const said = { A: 'accept', B: 'reject', C: 'acceptWithAudio', D: 'ban', E: 'filter', errMsg: 'requestSubscribeMessage:ok' };
  expect(answerOf(['A', 'B', 'C', 'D', 'E', 'F'], said)).toEqual({ outcome: 'asked', accepted: ['A', 'C'] });
});

test('总开关关了，和没问成，是两回事', () => {
  expect(noAnswer(20004)).toEqual({ outcome: 'switched-off', accepted: [] });
  expect(noAnswer(10003)).toEqual({ outcome: 'not-asked', accepted: [] });
  expect(noAnswer(undefined)).toEqual({ outcome: 'not-asked', accepted: [] });
});
