import type { DraftForm } from '@assist/contracts';
import type { Fen } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { makeFakePhone } from '../_test/fake-phone.ts';
import { carryForm } from './carry-form.ts';
import { makeDraftStore } from './draft-store.ts';

const answers: DraftForm = {
  formVersion: 1,
  members: [
    { id: 'm1', relation: 'self', name: '' },
    { id: 'm2', relation: 'spouse', name: '' },
  ],
  assets: { financial: 100000 as Fen },
  photos: [],
};
const store = (agreed: () => boolean) =>
  makeDraftStore({
    ...makeFakePhone(),
    call: (() => Promise.reject(new Error('nobody asked for the network'))) as never,
    signedIn: () => false,
    privacyAgreed: agreed,
  });

describe('带着答案去申请', () => {
  test('没看过告知以前什么也不记；看过才带，带的就在草稿里', () => {
    let agreed = false;
    const draft = store(() => agreed);
    expect(carryForm(draft, answers)).toBe('not-yet');
    expect(draft.state().record).toBeUndefined();
    agreed = true;
    expect(carryForm(draft, answers)).toBe('carried');
    expect(draft.state().record?.form).toEqual(answers);
  });

  test('已经在填的一份，一个字也不动', () => {
    const draft = store(() => true);
    draft.begin();
    draft.change((form) => ({ ...form, story: '家里断粮了' }));
    const before = draft.state().record?.form;
    expect(carryForm(draft, answers)).toBe('has-own');
    expect(draft.state().record?.form).toEqual(before);
  });
});
