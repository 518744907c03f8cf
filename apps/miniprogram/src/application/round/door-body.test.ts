import { doorSchema } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { bodyOf, stillWanted } from './door-body.ts';
import type { AtDoor, DoorDraft } from './door-draft.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const door = (at: AtDoor, more: Partial<DoorDraft> = {}): DoorDraft => ({
  id: ID,
  changeId: ID,
  caseId: ID,
  name: '张三',
  on: '2026-11-22' as CivilDate,
  state: 'open',
  at,
  ...more,
});
const whole: AtDoor = { second: '黄春兰', present: '张三', met: ['m1'], readOut: true };

describe('还差什么', () => {
  test.each<[string, AtDoor, keyof AtDoor | undefined]>([
    ['一个人去', { ...whole, second: ' ' }, 'second'],
    ['没写谁在', { ...whole, present: '' }, 'present'],
    ['没念过', { ...whole, readOut: false }, 'readOut'],
    ['有变化没选哪样', { ...whole, change: 'changed' }, 'told'],
    ['话里写了卡号', { ...whole, note: '卡是 6222 0200 0011' }, 'note'],
    ['变化里写了电话', { ...whole, change: 'changed', told: { event: 'illness-found', words: '打13900001111' } }, 'told'],
    ['都有', whole, undefined],
    ['家里没人，只要两个人', { second: '黄春兰', nobodyHome: true }, undefined],
  ])('%s', (_, at, field) => {
    expect(stillWanted(door(at))?.field).toBe(field);
  });
});

describe('送出去的', () => {
  test('手机说能送的，镇街都收', () => {
    for (const at of [
      whole,
      { ...whole, change: 'same' as const },
      { ...whole, change: 'changed' as const, told: { event: 'illness-found', words: '住院' } },
      { second: '黄春兰', nobodyHome: true, met: ['m1'] },
    ]) {
      expect(stillWanted(door(at))).toBeUndefined();
      expect(doorSchema.safeParse(bodyOf(door(at), [])).success).toBe(true);
    }
  });

  test('家里没人：没有见到谁，也没有变化', () => {
    const body = bodyOf(door({ ...whole, nobodyHome: true, change: 'same', wishes: ['medical'] }), []);
    expect(body).toMatchObject({ met: [], wishes: [] });
    expect(body).not.toHaveProperty('present');
    expect(body).not.toHaveProperty('change');
  });

  test('换电话、换银行卡：镇街那边也不收', () => {
    for (const event of ['phone', 'bank-account'])
      expect(doorSchema.safeParse(bodyOf(door({ ...whole, change: 'changed', told: { event } }), [])).success).toBe(false);
  });
});
