import { expect, test } from 'vitest';
import { parseAnswer } from './parse-answer.ts';

test('大于 2^53 的整数一位不差，别的数照旧', () => {
  // Message ids of the official push sample and of public callers (protocol §1).
  expect(parseAnswer('{"msgid":1700827132819554304,"a":[1226691075109289985],"n":9007199254740991,"f":0.5,"errcode":-1}')).toEqual({
    msgid: '1700827132819554304',
    a: ['1226691075109289985'],
    n: 9007199254740991,
    f: 0.5,
    errcode: -1,
  });
});

test('不是 JSON 就报出来', () => {
  expect(() => parseAnswer('<html>')).toThrow(SyntaxError);
});
