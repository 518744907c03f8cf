import { type ApplicationState, type ApplicationView, type CorrectionView, NOT_KNOWN, type OrNotKnown } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { type FakePhone, makeFakePhone } from '../_test/fake-phone.ts';
import { CORRECTION_ID, type FakeServer, makeFakeServer, OFFICE } from '../_test/fake-server.ts';
import { makeCorrectionAnswer } from './correction-answers.ts';
import { afterAcceptance, cellsOf, openCorrection, stepsOf, wayOf, wayWords } from './steps.ts';

const today = '2026-11-22' as CivilDate;
const cited = (sentence: string) => ({ sentence, clauses: [{ id: 'YM239-3-1b', label: '', gist: '' }] });
const at = (day: number) => `2026-11-${day}T09:42:00+08:00`;

const viewAt = (...states: OrNotKnown<ApplicationState>[]): ApplicationView => ({
  receipt: {
    applicationId: '00000000-0000-4000-8000-000000000001',
    number: '云岭 261120-037-K',
    receivedAt: at(20),
    receivedOn: '2026-11-20' as CivilDate,
    office: OFFICE as ApplicationView['receipt']['office'],
    routing: cited('住在这里'),
    firstReplyBy: { date: '2026-11-25' as CivilDate, provisional: false },
    next: [cited('镇上回话：收下，或请您补'), cited('来两个人，到家里看看')],
    members: 1,
    photos: 0,
    notYetSigned: [],
  },
  state: states[states.length - 1] as OrNotKnown<ApplicationState>,
  timeline: states.map((state, i) => ({ at: at(20 + i), state, sentence: '' })),
  holder: { office: OFFICE as ApplicationView['receipt']['office'] },
  clock: null,
  corrections: [],
});

describe('走到哪一步', () => {
  const told = (...states: OrNotKnown<ApplicationState>[]) => stepsOf(viewAt(...states), today).map((s) => `${s.at} ${s.title}`);
  test('刚收到：后面还有打开、收下；收下以后的事另列，带条款', () => {
    expect(afterAcceptance(viewAt('received')).map((n) => n.sentence)).toEqual(['来两个人，到家里看看']);
    expect(told('received')).toEqual(['now 镇上已收到', 'to-come 镇上已打开看', 'to-come 镇上收下了（受理）']);
  });
  test('比这一版新的一步：说工作人员在办，走过的都在', () => {
    const steps = stepsOf(viewAt('received', 'opened', NOT_KNOWN), today);
    expect(steps.slice(0, 3).map((s) => `${s.at} ${s.title}`)).toEqual(['past 镇上已收到', 'past 镇上已打开看', 'now 工作人员在办']);
    expect(steps[2]?.hint).toBe('今天 09:42，往下走了会告诉您');
  });
  test('请补的时候，下一步是您补；没请补就不提', () => {
    expect(told('received', 'opened', 'correction-asked')).toEqual([
      'past 镇上已收到',
      'past 镇上已打开看',
      'now 请您补几样',
      'to-come 您补的已收到',
      'to-come 镇上收下了（受理）',
    ]);
  });
  test('过了的写几时，当天的写钟点', () => {
    expect(stepsOf(viewAt('received', 'opened', 'accepted'), today).map((s) => s.hint)).toEqual([
      '11月20日 09:42',
      '11月21日 09:42',
      '今天 09:42，镇上开始核实',
    ]);
  });
  test('收下以后一步一步：做完的写日子，正在办的一步标出来，数得出走到第几步', () => {
    const stages = [{ ...cited('到家里看看'), on: '2026-11-21' as CivilDate }, cited('核收入、存款、房车'), cited('书面告诉您结果')];
    const view = { ...viewAt('received', 'accepted'), stages };
    expect(stepsOf(view, today).map((s) => `${s.at} ${s.title} ${s.hint ?? ''}`)).toEqual([
      'past 镇上已收到 11月20日 09:42',
      'past 镇上收下了（受理） 11月21日 09:42',
      'past 到家里看看 11月21日',
      'now 核收入、存款、房车 现在办这一步',
      'to-come 书面告诉您结果 ',
    ]);
    expect(wayWords(wayOf(view) as never)).toBe('走到第 4 步，共 5 步');
    const over = { ...view, stages: stages.map((one) => ({ ...one, on: today })) };
    expect(stepsOf(over, today).filter((s) => s.at !== 'past')).toEqual([]);
    expect(wayWords(wayOf(over) as never)).toBe('5 步都走完了');
    const early = { ...viewAt('received', 'opened'), stages: stages.map(({ sentence, clauses }) => ({ sentence, clauses })) };
    expect(wayWords(wayOf(early) as never)).toBe('走到第 2 步，共 5 步');
    expect(stepsOf(early, today).map((s) => s.at)).toEqual(['past', 'now', 'to-come', 'to-come', 'to-come', 'to-come']);
    expect(stepsOf(early, today).filter((s) => s.aside)).toEqual([]);
    const asked = viewAt('received', 'opened', 'correction-asked');
    expect(stepsOf(asked, today).map((s) => [s.title, s.aside ?? false])).toEqual([
      ['镇上已收到', false],
      ['镇上已打开看', true],
      ['请您补几样', false],
      ['您补的已收到', true],
      ['镇上收下了（受理）', false],
    ]);
    expect(wayOf(viewAt('received'))).toBeUndefined();
  });
  test('用过加剩下总是 30 格，超过的另说', () => {
    const clock = { acceptedOn: today, due: { date: today, provisional: false }, workingDays: 30, clauses: [] };
    expect(cellsOf({ ...clock, used: 8 })).toEqual({ used: 8, left: 22, over: 0 });
    expect(cellsOf({ ...clock, used: 33 })).toEqual({ used: 30, left: 0, over: 3 });
  });
  test('要补的是最后那张还没答的单子', () => {
    const view = { ...viewAt('received'), corrections: [{ ...correction, id: 'old', answeredAt: at(20) }, correction] };
    expect(openCorrection(view)?.id).toBe(CORRECTION_ID);
    expect(openCorrection(viewAt('received'))).toBeUndefined();
  });
});

const correction: CorrectionView = {
  id: CORRECTION_ID,
  askedAt: at(21),
  items: [
    { id: 'i1', title: '张伟的收入', reason: '还不知道有多少' },
    { id: 'i2', title: '户口簿', reason: '看不清' },
  ],
};

function open(phone: FakePhone, server: FakeServer, photos = { received: [] as string[], waiting: 0 }) {
  return makeCorrectionAnswer(
    { storage: phone.storage, call: server.call, now: phone.now, newId: phone.newId, photosOf: () => photos, forgetPhotos: () => {} },
    '00000000-0000-4000-8000-000000000001',
    correction,
  );
}

describe('补几样', () => {
  const start = () => {
    const phone = makeFakePhone();
    return { phone, server: makeFakeServer(phone.now) };
  };

  test('一样一样答：说没有也是答；空话不算', () => {
    const { phone, server } = start();
    const answer = open(phone, server);
    expect(answer.nextOpen()).toBe('i1');
    answer.choose('i1', { answer: 'words', words: '  ' });
    expect(answer.nextOpen()).toBe('i1');
    answer.choose('i1', { answer: 'cannot-get' });
    expect(answer.nextOpen()).toBe('i2');
    answer.choose('i2', { answer: 'not-me' });
    expect(answer.nextOpen()).toBeUndefined();
  });

  test('选拍照要有照片才算答', () => {
    const { phone, server } = start();
    const told = [
      { received: [], waiting: 0 },
      { received: ['f'], waiting: 0 },
    ].map((photos) => {
      const answer = open(phone, server, photos);
      answer.choose('i1', { answer: 'photo' });
      return answer.answered('i1');
    });
    expect(told).toEqual([false, true]);
  });

  test('答到一半关掉，再开还在；换一个答法，原来的话不丢', () => {
    const { phone, server } = start();
    const answer = open(phone, server);
    answer.choose('i1', { answer: 'words', words: '在东莞，一个月三千' });
    answer.choose('i1', { answer: 'cannot-find' });
    expect(open(phone.killed(), server).item('i1')).toEqual({ answer: 'cannot-find', words: '在东莞，一个月三千' });
  });

  test('照片没传完先等；点三次只送一次；送到了手机里的拿掉', async () => {
    const { phone, server } = start();
    const photos = { received: ['00000000-0000-4000-8000-0000000000f1'], waiting: 1 };
    const answer = open(phone, server, photos);
    answer.choose('i1', { answer: 'photo' });
    answer.choose('i2', { answer: 'cannot-find', words: '搬家丢了' });
    expect(await answer.send()).toEqual({ kind: 'photos', waiting: 1 });
    photos.waiting = 0;
    await Promise.all([answer.send(), answer.send(), answer.send()]);
    expect(answer.state().kind).toBe('answered');
    expect(server.requests.length).toBe(1);
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      items: [
        { itemId: 'i1', answer: 'photo', fileIds: ['00000000-0000-4000-8000-0000000000f1'] },
        { itemId: 'i2', answer: 'cannot-find', words: '搬家丢了' },
      ],
    });
    expect(phone.kept.size).toBe(0);
  });

  test('回话丢了、手机关了：再送还是同一个编号，只收一次', async () => {
    const { phone, server } = start();
    const answer = open(phone, server);
    answer.choose('i1', { answer: 'not-me' });
    server.faults.push('answer-lost');
    expect((await answer.send()).kind).toBe('again');
    const again = open(phone.killed(), server);
    expect((await again.send()).kind).toBe('answered');
    expect(server.answers.size).toBe(1);
    expect(new Set(server.requests.map((r) => r.path)).size).toBe(1);
  });
});
