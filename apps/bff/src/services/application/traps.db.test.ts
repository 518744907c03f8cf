import { randomUUID } from 'node:crypto';
import { type CorrectionAnswerItem, residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { inventedNumber } from '../../test/numbers.ts';
import { done, formOf, resident, submission, YANGJIAPING, ZHONGSHANLU } from '../../test/people.ts';

// What hurt people elsewhere (the list of test/repository/traps.test.ts), where nothing else looked at it yet.

let bff: BffForTest;
let people = 0;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const DAY = 24 * 3_600_000;
const newcomer = (name = '李素芬') => {
  const login = `trap${'x'.repeat(++people)}`;
  const who = { name, number: inventedNumber() };
  return { login, who, first: () => resident(bff, login, who), again: () => resident(bff, login, null) };
};
const clerkOf = async (staffId = 'sample-heli') => (await bff.staff(staffId)).call;

describe('别处害过人的', () => {
  it('授权的链接过了时间：草稿照开、照存、照交，链接再做一个就行', async () => {
    const one = newcomer();
    const me = await one.first();
    const [draftId, applicationId, askId] = [randomUUID(), randomUUID(), randomUUID()];
    const save = (who: typeof me, baseRevision: number) =>
      who.call(residentApi.saveDraft, {
        params: { draftId },
        body: { formVersion: 1, baseRevision, form: { members: [{ id: 'm1', name: '李素芬' }] } },
      });
    done(await save(me, 0));
    const asked = { applicationId, memberId: 'm2', name: '张国福', lastSix: '010012', phoneId: randomUUID() };
    done(await me.call(residentApi.askRelay, { params: { askId }, body: asked }));
    const link = (who: typeof me) => who.call(residentApi.makeRelayLink, { params: { askId }, body: { kind: 'card' }, key: randomUUID() });
    const { token } = done(await link(me));
    bff.pass(15 * DAY);
    const later = await one.again();
    const opened = await later.call(residentApi.openRelay, { body: { token, lastSix: '010012', phoneId: randomUUID() } });
    expect(opened).toMatchObject({ ok: false, problem: { code: 'relay-link-over' } });
    expect(done(await later.call(residentApi.draft, { params: { draftId } })).form.members).toMatchObject([{ name: '李素芬' }]);
    done(await save(later, 1));
    expect((await link(later)).ok).toBe(true);
    expect(done(await later.submit(applicationId)).applicationId).toBe(applicationId);
    bff.pass(-15 * DAY);
  });

  it('请补了三回，最后一回还没补：期限、进度都算得出来，不出错', async () => {
    const one = newcomer();
    const me = await one.first();
    const applicationId = randomUUID();
    done(await me.submit(applicationId));
    const heli = await clerkOf();
    const params = { applicationId };
    done(await heli(staffApi.markOpened, { params }));
    for (const round of [1, 2, 3]) {
      const correctionId = randomUUID();
      const items = [{ title: `第 ${round} 样`, reason: '要看', evidence: 'income' as const }];
      const asked = done(await heli(staffApi.askCorrection, { params: { ...params, correctionId }, body: { items } }));
      const itemId = asked.corrections.at(-1)?.items[0]?.id as string;
      const answers: CorrectionAnswerItem[] = [{ itemId, answer: 'cannot-find' }];
      if (round < 3)
        done(
          await me.call(residentApi.answerCorrection, {
            params: { ...params, correctionId, answerId: randomUUID() },
            body: { items: answers },
          }),
        );
    }
    bff.pass(4 * DAY);
    const view = done(await (await one.again()).call(residentApi.application, { params }));
    expect(view.corrections.map((c) => c.answeredAt !== undefined)).toEqual([true, true, false]);
    // Asked on Sunday the 22nd, today is Thursday the 26th.
    expect(view).toMatchObject({ state: 'correction-asked', waited: 4, clock: null });
    bff.pass(-4 * DAY);
    // The list that is open is no lock: it can still be answered, and taken in.
    expect((await (await clerkOf())(staffApi.accept, { params })).ok).toBe(true);
  });

  it('不用再进来看：收到了，收件箱里自己有一条，写着号', async () => {
    const me = await newcomer().first();
    const receipt = done(await me.submit());
    await bff.worker.drain();
    const { items } = done(await me.call(residentApi.messages, { query: {} }));
    expect(items.map((one) => one.kind)).toEqual(['application-received']);
    expect(receipt.number).toMatch(/^杨家坪 261122-\d{3}-[A-Z2-9]$/);
  });

  it('通知发给谁：只到交的人自己；帮着填的人没有被请收通知，就收不到', async () => {
    const one = newcomer('王桂芳');
    const me = await one.first();
    const helper = await newcomer('小宇').first();
    const grantId = randomUUID();
    const body = {
      grantId,
      name: '孙子',
      kind: 'family' as const,
      verbs: ['fill' as const, 'send' as const],
      until: '2026-12-22' as never,
    };
    const { token } = done(await me.call(residentApi.inviteHelper, { body, key: randomUUID() }));
    done(await helper.call(residentApi.acceptHelping, { body: { token } }));
    done(await me.submit());
    await bff.worker.drain();
    const kinds = async (who: typeof me) => done(await who.call(residentApi.messages, { query: {} })).items.map((m) => m.kind);
    expect(await kinds(me)).toContain('application-received');
    expect(await kinds(helper)).not.toContain('application-received');
  });

  it('没有“系统关闭”的日子：四百天没动静，照样登录、照样交、照样认', async () => {
    const one = newcomer();
    await one.first();
    bff.pass(400 * DAY);
    const me = await one.again();
    expect((await me.submit()).ok).toBe(true);
    const times = await bff.sql`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and column_name ~ '(closes|closing|deadline_for_all|system_closed)'`;
    expect(times).toEqual([]);
    bff.pass(-400 * DAY);
  });

  it('人换了地方：两个镇街都照办，谁也锁不住谁', async () => {
    const me = await newcomer().first();
    const [here, there] = [randomUUID(), randomUUID()];
    expect(done(await me.submit(here)).office.name).toContain('杨家坪');
    expect(done(await me.submit(there, submission({ form: formOf(ZHONGSHANLU) }))).office.name).toContain('中山路');
    expect(YANGJIAPING).not.toBe(ZHONGSHANLU);
    const [first, second] = [await clerkOf(), await clerkOf('sample-yangfan')];
    for (const [call, id, others] of [
      [first, here, there],
      [second, there, here],
    ] as const) {
      done(await call(staffApi.markOpened, { params: { applicationId: id } }));
      done(await call(staffApi.accept, { params: { applicationId: id } }));
      expect(await call(staffApi.markOpened, { params: { applicationId: others } })).toMatchObject({ problem: { code: 'not-found' } });
    }
    const states = done(await me.call(residentApi.applications, {})).map((a) => a.state);
    expect(states).toEqual(['accepted', 'accepted']);
  });
});
