import { FACE_ACTION_WORDS, type FaceActionId } from '@assist/contracts';
import { FACE_CODES, type FaceAction, faceOutcome } from '@assist/wechat';
import { expect, expectTypeOf, test } from 'vitest';

test('客户端的每一件事，都有一句话；不多，不少', () => {
  expectTypeOf<FaceAction>().toEqualTypeOf<FaceActionId>();
  for (const code of FACE_CODES) expect(FACE_ACTION_WORDS[faceOutcome(code).action], String(code)).toMatch(/^[一-龥]/);
});

test('不怪人，不吓人，不重样；不行的，都说还有别的办法或者有人来', () => {
  const sentences = Object.values(FACE_ACTION_WORDS);
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) {
    expect(sentence).not.toMatch(/失败|错误|异常|违规|非法|无效|取消|停发|errcode|\d{4,}/);
    expect(sentence.length, sentence).toBeLessThanOrEqual(40);
  }
  for (const action of ['face-again', 'other-phone', 'again-or-other-way', 'come-back-later', 'ours-to-mend', 'take-your-time'] as const)
    expect(FACE_ACTION_WORDS[action]).toContain('换');
  expect(FACE_ACTION_WORDS['person-checks-papers']).toContain('工作人员');
});
