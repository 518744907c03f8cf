import { expect, it } from 'vitest';
import { personalDataIn } from './personal-data.ts';
import { SUFEN } from './test/people.ts';

it.each([
  [`{"message":"x","number":"${SUFEN.number}"}`, ['identity-number']],
  ['{"phone":"13812345678"}', ['phone']],
  ['GET /api/me?card=6222020200112230 failed', ['card']],
  [`Bearer eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${'a'.repeat(40)}`, ['token']],
  [`{"message":"x","name":"${SUFEN.name}"}`, ['words']],
  [`${SUFEN.name} ${SUFEN.number} 13812345678`, ['identity-number', 'phone', 'words']],
])('找得到：%s', (line, kinds) => {
  expect(personalDataIn(line)).toEqual(kinds);
});

it.each([
  '{"at":"2026-11-22T10:00:00.000Z","level":"info","message":"request","route":"/api/applications/{applicationId}","status":201,"ms":12}',
  '{"id":"13812345-6781-4381-8123-138123456789","office":"500107001","took":1769068800000}',
  // The last digit is not its check digit: a count, not a person.
  '{"count":"500107196303120021"}',
  '{"error":["PostgresError 23505"],"stack":["at file.ts:12:13"]}',
])('编号、代码、时间不算：%s', (line) => {
  expect(personalDataIn(line)).toEqual([]);
});
