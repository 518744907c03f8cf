import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done, resident, SUFEN } from '../../test/people.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const DAY = 24 * 3_600_000;
let people = 0;
const someone = () => resident(bff, `reader${'x'.repeat(++people)}`);
const inbox = async (who: Awaited<ReturnType<typeof resident>>, cursor?: string) =>
  done(await who.call(residentApi.messages, { query: { ...(cursor && { cursor }) } }));
const anyone = () => bff.residentWith(undefined);

describe('收件', () => {
  it('交上、请补、受理：各一条，带条款和验真码；打开看了不另说', async () => {
    const sufen = await someone();
    const id = randomUUID();
    done(await sufen.submit(id));
    await bff.worker.drain();
    const [received, ...rest] = (await inbox(sufen)).items;
    expect(rest).toEqual([]);
    expect(received).toMatchObject({
      kind: 'application-received',
      title: '您的申请收到了',
      subject: { kind: 'application', id },
      read: false,
      code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{8}$/),
    });
    expect(received?.sentence.clauses.every((one) => one.gist !== '')).toBe(true);

    bff.pass(60_000);
    const { call } = await bff.staff('sample-heli');
    const correction = { items: [{ title: '户口本', reason: '看不清' }] };
    done(await call(staffApi.markOpened, { params: { applicationId: id } }));
    done(await call(staffApi.askCorrection, { params: { applicationId: id, correctionId: randomUUID() }, body: correction }));
    bff.pass(60_000);
    done(await call(staffApi.accept, { params: { applicationId: id } }));
    await bff.worker.drain();
    expect((await inbox(sufen)).items.map((one) => one.kind)).toEqual(['application-accepted', 'correction-asked', 'application-received']);
  });

  it('看过了就记看过；再看一遍一样；别人的看不到、记不了', async () => {
    const [sufen, other] = [await someone(), await resident(bff, 'other', { name: '张国福', number: '500107196001010012' })];
    done(await sufen.submit());
    await bff.worker.drain();
    const before = await inbox(sufen);
    expect(before.unread).toBe(1);
    const params = { messageId: before.items[0]?.messageId ?? '' };
    expect(await other.call(residentApi.readMessage, { params })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect((await inbox(other)).items).toEqual([]);
    done(await sufen.call(residentApi.readMessage, { params }));
    done(await sufen.call(residentApi.readMessage, { params }));
    expect(await inbox(sufen)).toMatchObject({ unread: 0, items: [{ read: true }] });
  });

  it('七十条：分三页，不重不漏；编出来的页码没认出来', async () => {
    const sufen = await someone();
    for (let i = 0; i < 70; i++) {
      bff.pass(2000);
      done(await sufen.submit());
    }
    await bff.worker.drain();
    const first = await inbox(sufen);
    const second = await inbox(sufen, first.next ?? '');
    const third = await inbox(sufen, second.next ?? '');
    expect([first.items.length, second.items.length, third.items.length, third.next]).toEqual([30, 30, 10, null]);
    expect(new Set([...first.items, ...second.items, ...third.items].map((one) => one.messageId)).size).toBe(70);
    expect(await sufen.call(residentApi.messages, { query: { cursor: 'x' } })).toMatchObject({
      ok: false,
      problem: { code: 'bad-request' },
    });
  });

  it('同一个人核过身份的两个微信：消息两边都看得到，在一边看过两边都算', async () => {
    const [first, second] = [await someone(), await someone()];
    done(await first.submit());
    await bff.worker.drain();
    expect((await inbox(second)).items).toEqual([]);
    const staff = await bff.staff('sample-heli');
    for (const one of [first, second]) {
      const issued = done(
        await staff.call(staffApi.issueVerificationCode, {
          body: { name: SUFEN.name, paper: { kind: 'resident-identity', number: SUFEN.number }, sawPaper: true },
          key: randomUUID(),
        }),
      );
      done(await one.call(residentApi.verifyByCode, { body: { code: issued.code }, key: randomUUID() }));
    }
    const [message] = (await inbox(second)).items;
    expect(message?.kind).toBe('application-received');
    done(await second.call(residentApi.readMessage, { params: { messageId: message?.messageId ?? '' } }));
    expect((await inbox(first)).unread).toBe(0);
  });

  it('还没有消息的时候发生的事：补进收件，日子是那天的，不往手机上发', async () => {
    const sufen = await resident(bff, 'longago');
    done(await sufen.submit());
    const [event] = await bff.sql`select at from application_events order by id desc limit 1`;
    bff.pass(30 * DAY);
    await bff.worker.drain();
    const [message] = (await inbox(await resident(bff, 'longago'))).items;
    expect(Date.parse(message?.at ?? '')).toBe(event?.at.getTime());
    expect(await bff.sql`select 1 from sends where account_id = ${sufen.accountId}`).toHaveLength(0);
  });

  it('任务跑了两遍：还是一条', async () => {
    const sufen = await someone();
    done(await sufen.submit());
    await bff.worker.drain();
    await bff.sql`update outbox set done_at = null, run_at = created_at where kind = 'tell-resident'`;
    await bff.worker.drain();
    expect((await inbox(sufen)).items).toHaveLength(1);
  });
});

describe('是真的吗', () => {
  const check = async (code: string) => done(await anyone()(residentApi.checkReality, { body: { code } }));

  it('消息的码：不登录也能查，只说是什么、哪天、哪个镇，不说是谁', async () => {
    const sufen = await someone();
    done(await sufen.submit());
    await bff.worker.drain();
    const code = (await inbox(sufen)).items[0]?.code ?? '';
    const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
    const answer = await check(typed);
    expect(answer).toMatchObject({ kind: 'message', office: expect.stringContaining('杨家坪') });
    expect(JSON.stringify(answer)).not.toContain(SUFEN.name);
    // The database holds only its hash.
    expect(JSON.stringify(await bff.sql`select * from reality_codes`)).not.toContain(code);
    bff.pass(90 * DAY);
    expect((await check(code)).kind).toBe('message');
    bff.pass(DAY);
    expect((await check(code)).kind).toBe('unknown');
  });

  it('没有这个码：请打电话问，不给钱', async () => {
    const answer = await check('22222222');
    expect(answer.kind).toBe('unknown');
    expect(answer.sentence.sentence).toContain('打镇街的电话');
  });

  it('一个地方一小时问六百次以后：请等一等', async () => {
    await bff.sql`update rate_counts set count = 600 where key like 'checkReality:%'`;
    expect(await anyone()(residentApi.checkReality, { body: { code: '22222222' } })).toMatchObject({
      ok: false,
      problem: { code: 'too-many-requests' },
    });
  });
});
