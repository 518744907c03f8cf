import { randomUUID } from 'node:crypto';
import { type CorrectionAnswerItem, residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done, resident } from '../../test/people.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

type Someone = Awaited<ReturnType<typeof resident>>;
let sufen: Someone;
let heli: Awaited<ReturnType<BffForTest['staff']>>;
let id: string;
beforeEach(async () => {
  sufen = await resident(bff, 'someone');
  heli = await bff.staff('sample-heli');
  id = randomUUID();
  done(await sufen.submit(id));
});

const refused = (code: string) => ({ ok: false, problem: { code } });
const own = {
  get params() {
    return { applicationId: id };
  },
};
const open = () => heli.call(staffApi.markOpened, own);
const accept = () => heli.call(staffApi.accept, own);
const ask = (correctionId: string = randomUUID(), titles = ['工资单', '户口簿']) =>
  heli.call(staffApi.askCorrection, {
    params: { applicationId: id, correctionId },
    body: { items: titles.map((title) => ({ title, reason: '核收入要看', evidence: 'income' as const, memberId: 'm2' })) },
  });
const answer = (correctionId: string, items: CorrectionAnswerItem[], answerId: string = randomUUID()) =>
  sufen.call(residentApi.answerCorrection, { params: { applicationId: id, correctionId, answerId }, body: { items } });
const follow = async () => done(await sufen.call(residentApi.application, own));

describe('从收到到受理', () => {
  it('打开、请补、补来、再请补、再补来、受理：居民一步步看得到', async () => {
    expect(done(await open()).state).toBe('opened');
    const asked = done(await ask());
    expect(asked.corrections).toHaveLength(1);
    const [first, second] = asked.corrections[0]?.items ?? [];
    const correctionId = asked.corrections[0]?.id as string;
    const answered = await answer(correctionId, [
      { itemId: first?.id as string, answer: 'words', words: '没有工资单，做零工' },
      { itemId: second?.id as string, answer: 'cannot-find' },
    ]);
    expect(answered.ok && answered.status).toBe(201);
    expect(done(answered).answers).toHaveLength(2);
    const again = done(await ask(randomUUID(), ['住院的单子']));
    const round = again.corrections[1];
    done(await answer(round?.id as string, [{ itemId: round?.items[0]?.id as string, answer: 'not-me' }]));
    expect(done(await accept()).state).toBe('accepted');

    const seen = await follow();
    expect(seen.timeline.map((one) => one.state)).toEqual([
      'received',
      'opened',
      'correction-asked',
      'correction-answered',
      'correction-asked',
      'correction-answered',
      'accepted',
    ]);
    // Sunday 22 November is not counted; 30 working days end on 4 January 2027, whose holidays are not official yet (1 January is free by law).
    expect(seen.clock).toMatchObject({
      acceptedOn: '2026-11-22',
      due: { date: '2027-01-04', provisional: true },
      workingDays: 30,
      used: 0,
    });
    expect(seen.clock?.clauses.map((c) => c.id)).toContain('YM239-3-1b');
    expect(seen.holder.clerk).toBe('办救助的工作人员');
    expect(JSON.stringify(seen)).not.toContain('何丽');
  });

  it('受理前没有最后日子，经办人先看得到如果今天受理会怎样', async () => {
    expect((await follow()).clock).toBeNull();
    const seen = done(await heli.call(staffApi.openCase, own));
    expect(seen.ifAcceptedToday).toMatchObject({ due: { date: '2027-01-04' }, workingDays: 30, used: 0 });
    expect(seen.item.total).toBeNull();
  });

  it('案件里有表、签字、逐条的结果和出处；看一次记一次', async () => {
    const seen = done(await heli.call(staffApi.openCase, own));
    expect(seen.form.members.map((m) => m.name)).toEqual(['李素芬', '张国福']);
    expect(seen.signatures.filter((s) => s.memberId === 'm1' && s.status === 'given')).toHaveLength(3);
    expect(seen.signatures).toContainEqual(expect.objectContaining({ memberId: 'm2', statement: 'cross-check', status: 'not-yet' }));
    expect(seen.assessment).toMatchObject({ assessedOn: '2026-11-22', district: '500107' });
    expect(seen.assessment.findings.length).toBeGreaterThan(0);
    const leaves = (f: (typeof seen.assessment.findings)[number]): typeof seen.assessment.findings =>
      f.children.length > 0 ? f.children.flatMap(leaves) : [f];
    for (const leaf of seen.assessment.findings.flatMap(leaves)) expect(leaf.clauses.length, leaf.rule).toBeGreaterThan(0);
    const again = done(await heli.call(staffApi.openCase, own));
    expect(again.audit.filter((one) => one.what === '看了申请')).toHaveLength(2);
  });

  it('审计看得到案件，改不了', async () => {
    const auditor = await bff.staff('sample-luowenjing');
    expect((await auditor.call(staffApi.openCase, own)).ok).toBe(true);
    expect(await auditor.call(staffApi.markOpened, own)).toMatchObject(refused('forbidden'));
    expect(await auditor.call(staffApi.accept, own)).toMatchObject(refused('forbidden'));
  });
});

describe('走不通的路', () => {
  it('没打开过，不能请补、不能受理', async () => {
    expect(await ask()).toMatchObject(refused('state-changed'));
    expect(await accept()).toMatchObject(refused('state-changed'));
    expect((await follow()).state).toBe('received');
  });

  it('受理以后不能再请补；再受理一次、再打开一次还是那样', async () => {
    done(await open());
    const accepted = done(await accept());
    expect(await ask()).toMatchObject(refused('state-changed'));
    expect(done(await accept())).toEqual(accepted);
    expect(done(await open())).toEqual(accepted);
  });

  it('十个人一起点受理：一次', async () => {
    done(await open());
    const all = await Promise.all(Array.from({ length: 10 }, accept));
    expect(all.every((one) => one.ok)).toBe(true);
    expect((await follow()).timeline.filter((one) => one.state === 'accepted')).toHaveLength(1);
  });
});

describe('补', () => {
  it('请补：同一个编号一样的内容 200，别的内容 content-differs', async () => {
    done(await open());
    const correctionId = randomUUID();
    const first = done(await ask(correctionId));
    const second = await ask(correctionId);
    expect(second.ok && second.status).toBe(200);
    expect(done(second)).toEqual(first);
    expect(await ask(correctionId, ['别的'])).toMatchObject(refused('content-differs'));
  });

  it('补来：同一个编号再送给同一个答复，别的内容 content-differs，别的编号说已经往前走了', async () => {
    done(await open());
    const correction = done(await ask(randomUUID(), ['工资单'])).corrections[0];
    const items: CorrectionAnswerItem[] = [{ itemId: correction?.items[0]?.id as string, answer: 'cannot-get' }];
    const answerId = randomUUID();
    const all = await Promise.all(Array.from({ length: 5 }, () => answer(correction?.id as string, items, answerId)));
    expect(all.map((one) => one.ok && one.status).sort()).toEqual([200, 200, 200, 200, 201]);
    const other: CorrectionAnswerItem[] = [{ itemId: correction?.items[0]?.id as string, answer: 'not-me' }];
    expect(await answer(correction?.id as string, other, answerId)).toMatchObject(refused('content-differs'));
    expect(await answer(correction?.id as string, other)).toMatchObject(refused('state-changed'));
  });

  it('少回一样、照片没带、没要过的：一样一句话', async () => {
    done(await open());
    const correction = done(await ask()).corrections[0];
    const result = await answer(correction?.id as string, [
      { itemId: correction?.items[0]?.id as string, answer: 'photo' },
      { itemId: 'nobody-asked', answer: 'words', words: '…' },
    ]);
    expect(result).toMatchObject(refused('form-invalid'));
    if (!result.ok)
      expect(result.problem.fields?.map((f) => f.path)).toEqual(['items.0.fileIds', 'items.1.itemId', `items.${correction?.items[1]?.id}`]);
  });

  it('别人不能替答', async () => {
    done(await open());
    const correction = done(await ask(randomUUID(), ['工资单'])).corrections[0];
    const stranger = await resident(bff, 'stranger');
    const result = await stranger.call(residentApi.answerCorrection, {
      params: { applicationId: id, correctionId: correction?.id as string, answerId: randomUUID() },
      body: { items: [{ itemId: correction?.items[0]?.id as string, answer: 'not-me' }] },
    });
    expect(result).toMatchObject(refused('not-found'));
  });
});
