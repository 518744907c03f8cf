import { describe, expect, test } from 'vitest';
import { FACE_CODES, faceOutcome, faceOutcomeOfError } from './face-outcome.ts';
import { WechatError, type WechatErrorKind } from './wechat-error.ts';

// Written from the protocol's groups, line by line: codes, kind, action, whether it is over, whether it is a try that did not work.
const TABLE = [
  ['通过', [10000], 'passed', 'finished', true, false],
  ['自己停下', [90002, 90003, 90004, 90005, 90006], 'again', 'start-when-ready', true, false],
  ['在确认页退出（旧文档）', [90024], 'again', 'start-when-ready', true, false],
  ['没给相机', [90008], 'again', 'allow-camera', true, false],
  ['没给麦克风', [90009], 'again', 'allow-microphone', true, false],
  ['两样都没给', [90010], 'again', 'allow-camera-and-microphone', true, false],
  ['手机不支持', [90001, 90106, 90109], 'another-way', 'other-phone', true, false],
  ['没看清', [90011, 90013, 90014, 10002, 10010], 'again', 'find-light', true, true],
  ['到时间了', [90017, 90107, 10020, 10029, 10052], 'again', 'take-your-time', true, true],
  ['断网', [90007, 90012], 'again', 'mind-network', true, false],
  ['不是本人的脸', [10004, 10012], 'again', 'face-again', true, true],
  ['证件对不上', [10003, 10018, 10026], 'person', 'person-checks-papers', true, false],
  ['还没有结果', [10005, 10300], 'wait', 'wait-for-result', false, false],
  ['重复', [10021], 'wait', 'wait-for-result', false, false],
  ['限流', [10042], 'wait', 'come-back-later', true, false],
  ['我们的错', [10001, 10006, 10017, 10040, 10041], 'us', 'ours-to-mend', true, false],
  [
    '微信那边',
    [10007, 10008, 10013, 10014, 10015, 10016, 10045, 90018, 90104, 90105, 90110, 90199],
    'wait',
    'come-back-later',
    true,
    false,
  ],
] as const;

describe('每个结果码，一件事', () => {
  test.each(
    TABLE.flatMap(([name, codes, kind, action, over, counts]) =>
      codes.map((code) => [code, name, { kind, action, over, counts }] as const),
    ),
  )('%i %s', (code, _name, expected) => {
    expect(faceOutcome(code)).toMatchObject(expected);
  });

  test('协议里的码一个不少，一个不重', () => {
    expect([...FACE_CODES].sort()).toEqual(TABLE.flatMap(([, codes]) => [...codes]).sort());
  });

  test('只有 10000 是通过', () => {
    const passing = Array.from({ length: 100_001 }, (_, index) => index - 1).filter((code) => faceOutcome(code).kind === 'passed');
    expect(passing).toEqual([10000]);
  });

  test.each([0, -1, 10_027, 90_025, 99_999, Number.NaN])('没见过的码 %d：再来或换个办法，注明是推断', (code) => {
    expect(faceOutcome(code)).toEqual({
      kind: 'another-way',
      action: 'again-or-other-way',
      over: true,
      counts: true,
      certainty: 'inferred',
    });
  });

  test('旧文档和推断来的码，注明有多确定', () => {
    expect([10000, 90024, 10021].map((code) => faceOutcome(code).certainty)).toEqual(['full-text', 'excerpt', 'inferred']);
  });
});

describe('没有答复，或者答非所问', () => {
  const error = (kind: WechatErrorKind) => new WechatError({ endpoint: '/x', kind });
  test.each(['transient', 'unreachable', 'nonsense', 'quota', 'token'] as const)('%s：问结果时接着问，开始时过会儿再来', (kind) => {
    expect(faceOutcomeOfError(error(kind), 'result')).toMatchObject({
      kind: 'wait',
      action: 'wait-for-result',
      over: false,
      counts: false,
    });
    expect(faceOutcomeOfError(error(kind), 'begin')).toMatchObject({ kind: 'wait', action: 'come-back-later', over: true, counts: false });
  });

  test.each(['config', 'bug', 'caller', 'state', 'code', 'blocked'] as const)('%s：是我们的事；结果还没问到，不算完', (kind) => {
    expect(faceOutcomeOfError(error(kind), 'result')).toMatchObject({ kind: 'us', action: 'ours-to-mend', over: false });
    expect(faceOutcomeOfError(error(kind), 'begin')).toMatchObject({ kind: 'us', action: 'ours-to-mend', over: true });
  });

  test('别的异常也有去处', () => {
    expect(faceOutcomeOfError(new RangeError('?'), 'begin').kind).toBe('us');
  });
});
