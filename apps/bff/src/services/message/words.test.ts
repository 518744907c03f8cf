import { MESSAGE_KINDS } from '@assist/contracts';
import type { CivilDate, Fen } from '@assist/policy';
import { citationOf } from '@assist/policy-chongqing';
import { unfitFields } from '@assist/wechat';
import { describe, expect, it, test } from 'vitest';
import { outgoingWords } from '../channel/loopback.ts';
import { templateData } from '../channel/template-data.ts';
import { assumptionCitation } from '../clause/citations.ts';
import { REMINDER_ASSUMPTIONS } from '../reminder/steps.ts';
import { MESSAGE_WORDS, type MessageParams, messageSentence } from './words.ts';

const on = '2026-12-05' as CivilDate;
const PARAMS: MessageParams = {
  'application-received': { office: '杨家坪街道' },
  'correction-asked': { office: '杨家坪街道' },
  'application-accepted': { office: '杨家坪街道' },
  'change-received': { office: '杨家坪街道' },
  'change-opinion': { office: '杨家坪街道' },
  'change-settled': { office: '杨家坪街道' },
  'authentication-counted': { who: '李素芬', on, how: '上门认证', nextDue: on },
  'authentication-by-helper': { who: '李素芬', on, by: '女儿帮忙' },
  'authentication-due': { who: '李素芬', due: on },
  'visit-arranged': { office: '杨家坪街道', who: '李素芬', day: on, half: 'morning', where: 'home', visitors: ['何丽'] },
  'contact-change': { what: 'bank', from: on },
  'decision-opinion': { office: '杨家坪街道' },
  'decision-notice': { office: '杨家坪街道' },
  'decision-confirmed': { office: '杨家坪街道' },
  'decision-refused': { office: '杨家坪街道' },
  'decision-letter': { office: '杨家坪街道' },
  'decision-effect': { office: '杨家坪街道' },
  'clock-extended': { office: '杨家坪街道', by: on, why: '人户分离' },
  'case-moved': { from: '杨家坪街道', to: '谢家湾街道', phone: '023-00000000' },
  'handled-as': { office: '杨家坪街道', as: 'application/rigid-expenditure' },
  'standard-raised': {
    office: '杨家坪街道',
    standardFrom: on,
    before: 75_000 as Fen,
    after: 77_000 as Fen,
    from: on,
    source: '渝民规〔2025〕6号',
  },
  'decision-due-soon': { office: '杨家坪街道', by: on, what: '启动家庭经济状况调查' },
  'decision-due': { office: '杨家坪街道', by: on, what: '启动家庭经济状况调查' },
  'objection-answered': { office: '杨家坪街道' },
  'voice-answered': { office: '杨家坪街道' },
  'taper-begun': { office: '杨家坪街道', from: on, until: on },
  'taper-ending': { office: '杨家坪街道', until: on },
  'signed-in-your-name': { who: '王小梅', applicant: '李素芬', on, how: '手写签名' },
  'helper-acted': { helper: '周敏', on, what: '替您填了申请' },
  'helper-changed': { helper: '周敏', what: 'frozen' },
  'helped-told': { person: '李素芬', what: '有几样请您补一下' },
  'door-recorded': { office: '杨家坪街道' },
  'door-answered': { office: '杨家坪街道' },
  paid: { office: '杨家坪街道', months: ['2026-11', '2026-12'], amount: 154000 as Fen, account: '6789' },
  'account-needed': { office: '杨家坪街道', bounced: true },
  'given-once': { office: '杨家坪街道', on, amount: 50_000 as Fen, small: true },
  'referral-asked': { office: '杨家坪街道', what: '就业帮扶' },
  'referral-sent': { office: '杨家坪街道', what: '就业帮扶' },
  'referral-ended': { office: '杨家坪街道', what: '就业帮扶' },
  'check-answered': { office: '杨家坪街道' },
  'check-dispute-answered': { office: '杨家坪街道' },
  'not-kept-whole': { office: '杨家坪街道', on, what: 'photo' },
  'unsent-ending': { what: 'draft', many: 1, until: on },
};
/** 2026-11-22, ten in the morning in Shanghai. */
const AT = Date.UTC(2026, 10, 22, 2);

describe('每一种消息', () => {
  test.each([...MESSAGE_KINDS])('%s：条款都登记过，话里不怪人、不吓人', (kind) => {
    const { title, clauses, assumption } = MESSAGE_WORDS[kind];
    expect(clauses.length).toBeGreaterThan(0);
    expect(clauses.filter((id) => !citationOf(id))).toEqual([]);
    if (assumption) expect(assumptionCitation(assumption).gist).not.toBe('');
    const words = `${title}${messageSentence(kind, PARAMS[kind])}`;
    expect(words.replaceAll('不停钱', '')).not.toMatch(/失败|停|扣|取消|必须|逾期|责任|undefined/);
  });

  test.each([...MESSAGE_KINDS])('%s：锁屏上的每个格子微信都收，里面没有名字、日子以外的事', (kind) => {
    const what = MESSAGE_WORDS[kind].title;
    const data = templateData(['thing1', 'thing2', 'thing3', 'character_string4', 'date5', 'time6', 'phrase7'], {
      what,
      code: 'ABCD2345',
      at: AT,
    });
    expect(unfitFields(data ?? {})).toEqual([]);
    expect(data).toEqual({
      thing1: what,
      thing2: '打开救助通看，不收费',
      thing3: '验真码 ABCD2345',
      character_string4: 'ABCD2345',
      date5: '2026-11-22',
      time6: '2026-11-22 10:00',
      phrase7: '请查看',
    });
    const text = outgoingWords({ to: '13800000001', template: kind, params: { what, code: 'ABCD2345' }, ref: 'r' });
    expect(text).toContain('打开救助通看');
    expect(`${JSON.stringify(data)}${text}`).not.toMatch(/李素芬|杨家坪|何丽|13800000001/);
  });
});

it('模板要的格子我们没有话填：不发，不编', () => {
  const about = { what: '该见一面了', code: 'ABCD2345', at: AT };
  expect(templateData(['thing1', 'amount2'], about)).toBeUndefined();
  expect(templateData(['character_string1', 'character_string2'], about)).toBeUndefined();
});

it('约定旁边的条款都登记过', () => {
  expect(REMINDER_ASSUMPTIONS.flatMap((one) => one.beside.filter((id) => !citationOf(id)))).toEqual([]);
});
