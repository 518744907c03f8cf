import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { type StaffScope, scopedTo } from '../../db/scope.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { missingWords, townForTest } from '../../test/household-for-test.ts';
import { done, resident } from '../../test/people.ts';

let bff: BffForTest;
let town: ReturnType<typeof townForTest>;
beforeAll(async () => {
  bff = await bffForTest();
  town = townForTest(bff);
});
afterAll(() => bff.close());

const OFFICE = '500107001';
const anyone = () => bff.residentWith(undefined);
const FAMILY = { office: OFFICE, about: 'household', whom: '前进村三组李家', words: '他家有两套门面在出租' } as const;
const STAFF = { office: OFFICE, about: 'staff', words: '窗口收了我两百块钱' } as const;
const NAMED = { name: '周大明', phone: '13900008888' };
const complain = (body: object, complaintId: string = randomUUID()) =>
  anyone()(residentApi.complain, { params: { complaintId }, body: body as never });
const look = (body: { number: string; secret: string }) => anyone()(residentApi.lookBack, { body });
const note = async (
  who: 'heli' | 'tangming' | 'yangfan' | 'luowenjing' | 'huangchunlan',
  complaintId: string,
  body: object,
  eventId: string = randomUUID(),
) => (await town.as(who))(staffApi.recordOnComplaint, { params: { complaintId, eventId }, body: body as never });
const itemOf = async (complaintId: string) =>
  done(await (await town.as('heli'))(staffApi.queue, { query: { lane: 'complaints' } })).items.find((one) => one.subjectId === complaintId);

it('同一件一下送了八次：都是同一个号、同一个口令，只有一件', async () => {
  const id = randomUUID();
  const eight = await Promise.all(Array.from({ length: 8 }, () => complain({ office: OFFICE, about: 'household', words: '冒领' }, id)));
  expect(eight.map((one) => one.ok)).toEqual(Array.from({ length: 8 }, () => true));
  expect(new Set(eight.map((one) => (one.ok ? `${one.data.number} ${one.data.secret}` : ''))).size).toBe(1);
  expect(await bff.sql`select 1 from complaints where id = ${id}`).toHaveLength(1);
});

describe('举报、投诉', () => {
  it('留名的：号、口令；领了才看得到是谁；没核查不能回；回了，凭口令看得到', async () => {
    const id = randomUUID();
    const sent = done(await complain({ ...FAMILY, named: NAMED }, id));
    expect(done(await complain({ ...FAMILY, named: NAMED }, id))).toEqual(sent);
    expect(await complain(FAMILY, id)).toMatchObject({ ok: false, problem: { code: 'content-differs' } });
    expect(done(await look(sent)).state).toBe('received');

    const item = await itemOf(id);
    expect(item).toMatchObject({ kind: 'complaint', applicantName: '留了名的举报', number: sent.number, about: '说有人不该领救助' });
    expect(JSON.stringify(item)).not.toMatch(/周大明|李家|门面/);
    const heli = await town.as('heli');
    const before = done(await heli(staffApi.complaint, { params: { complaintId: id } }));
    expect(before).toMatchObject({ teller: { kind: 'hidden' }, state: 'received', words: FAMILY.words, whom: FAMILY.whom });
    done(await heli(staffApi.claimItem, { params: { workItemId: item?.workItemId as string }, key: randomUUID() }));
    const mine = done(await heli(staffApi.complaint, { params: { complaintId: id } }));
    expect(mine).toMatchObject({ teller: { kind: 'named', ...NAMED }, state: 'opened' });
    expect(done(await look(sent)).state).toBe('opened');

    const tooSoon = await note('heli', id, { kind: 'answered', words: '查了', found: 'nothing-found' });
    expect(missingWords(tooSoon as never)).toEqual(['核查过']);
    done(await note('heli', id, { kind: 'looked-into', words: '查了不动产，去了门面' }));
    const eventId = randomUUID();
    const answer = { kind: 'answered', words: '门面是他兄弟的，他家没有', found: 'nothing-found' };
    const closed = done(await note('heli', id, answer, eventId));
    expect(closed).toMatchObject({ state: 'answered', answer: { found: 'nothing-found' } });
    expect(done(await note('heli', id, answer, eventId)).answer).toEqual(closed.answer);
    expect(missingWords((await note('heli', id, answer)) as never)).toEqual(['这件事已经办结']);
    expect(await itemOf(id)).toBeUndefined();
    const seen = done(await look({ number: sent.number.toLowerCase(), secret: sent.secret }));
    expect(seen).toMatchObject({ kind: 'complaint', state: 'answered', reply: answer.words, found: 'nothing-found' });
    // What was said does not come back: somebody else may hold the phone.
    expect(JSON.stringify(seen)).not.toMatch(/门面在出租|周大明|前进村/);
  });

  it('不留名的一样查；有回复发一条消息，消息里什么也没说', async () => {
    const id = randomUUID();
    const sent = done(await complain(FAMILY, id));
    const me = await resident(bff, 'teller', null);
    expect(done(await me.call(residentApi.followVoice, { body: sent })).follows).toBe(true);
    expect(await me.call(residentApi.followVoice, { body: { ...sent, secret: '竹林竹林竹林竹林' } })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
    done(await note('heli', id, { kind: 'looked-into', words: '查了' }));
    done(await note('heli', id, { kind: 'answered', words: '属实，另走程序', found: 'as-said' }));
    const [message, ...rest] = done(await me.call(residentApi.messages, { query: {} })).items;
    expect(rest).toEqual([]);
    expect(message).toMatchObject({ kind: 'voice-answered', subject: { kind: 'voice' } });
    expect(JSON.stringify(message)).not.toMatch(new RegExp(`举报|属实|门面|${sent.number}`));
  });

  it('说工作人员的：镇街队列里没有，打不开，留痕里也没有；区里看、区里回', async () => {
    const id = randomUUID();
    const sent = done(await complain({ ...STAFF, named: NAMED }, id));
    expect(await itemOf(id)).toBeUndefined();
    for (const who of ['heli', 'luowenjing'] as const)
      expect(await (await town.as(who))(staffApi.complaint, { params: { complaintId: id } })).toMatchObject({ ok: false });
    expect(await note('heli', id, { kind: 'looked-into', words: 'x' })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    const listed = done(await (await town.as('tangming'))(staffApi.complaints, { query: {} }));
    expect(listed.items).toMatchObject([{ complaintId: id, about: 'staff', named: true, state: 'received' }]);
    const read = done(await (await town.as('tangming'))(staffApi.complaint, { params: { complaintId: id } }));
    expect(read.teller).toEqual({ kind: 'named', ...NAMED });
    done(await note('tangming', id, { kind: 'looked-into', words: '问了窗口，看了监控' }));
    done(await note('tangming', id, { kind: 'answered', words: '钱已经退了，人换了', found: 'as-said' }));
    expect(done(await look(sent))).toMatchObject({ state: 'answered', found: 'as-said' });
    // The trail that the township's auditor reads has nothing of it.
    expect(await bff.sql`select 1 from audit_log where object_id = ${id} and office_id is not null`).toHaveLength(0);
    expect(await bff.sql`select 1 from audit_log where object_id = ${id} and action = 'complaint-teller-read'`).not.toHaveLength(0);
  });

  it('别的镇街、别的区看不到；村社不看举报；没有接入的地方说没有', async () => {
    const id = randomUUID();
    done(await complain(FAMILY, id));
    expect(await note('yangfan', id, { kind: 'looked-into', words: 'x' })).toMatchObject({ ok: false });
    expect(await (await town.as('tangming'))(staffApi.complaint, { params: { complaintId: id } })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
    expect(await complain({ ...FAMILY, office: '999999999' })).toMatchObject({ ok: false, problem: { code: 'place-not-live' } });
    expect(await complain({ ...FAMILY, words: '' })).toMatchObject({ ok: false, problem: { code: 'form-invalid' } });
  });

  it('写到谁的名字，谁就看不到、领不到，审计也一样；别的人照样查', async () => {
    const id = randomUUID();
    done(await complain({ ...FAMILY, whom: '前进村李家，何 丽是他表妹', words: '罗文静也知道' }, id));
    expect(await itemOf(id)).toBeUndefined();
    const [item] = await bff.sql`select id from work_items where subject_id = ${id}`;
    const [heli, auditor, huang] = [await town.as('heli'), await town.as('luowenjing'), await town.as('huangchunlan')];
    const refused = { ok: false, problem: { code: 'not-found' } };
    for (const one of [heli, auditor]) {
      expect(await one(staffApi.complaint, { params: { complaintId: id } })).toMatchObject(refused);
      expect(done(await one(staffApi.complaints, { query: {} })).items.map((row) => row.complaintId)).not.toContain(id);
    }
    expect(await heli(staffApi.claimItem, { params: { workItemId: item?.id as string }, key: randomUUID() })).toMatchObject(refused);
    done(await huang(staffApi.claimItem, { params: { workItemId: item?.id as string }, key: randomUUID() }));
    expect(done(await huang(staffApi.complaint, { params: { complaintId: id } })).words).toBe('罗文静也知道');
  });

  it('说工作人员的，那个人后来调到区里，也看不到；经办的人个个都写到了，就交给区里', async () => {
    const [one, all] = [randomUUID(), randomUUID()];
    done(await complain(STAFF, one));
    done(await complain({ ...FAMILY, words: '何丽、黄春兰、秦岚都是他家亲戚' }, all));
    expect(done(await (await town.as('tangming'))(staffApi.complaint, { params: { complaintId: all } }))).toMatchObject({
      about: 'staff',
      lookedAtBy: 'district',
    });
    await bff.sql`update staff_accounts set role = 'confirmer', district = '500107' where id = 'sample-heli'`;
    const heli = await town.as('heli');
    for (const complaintId of [one, all])
      expect(await heli(staffApi.complaint, { params: { complaintId } })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(done(await heli(staffApi.complaints, { query: {} })).items).toEqual([]);
    // In the database too, whatever a query asks for.
    const district = { staffId: 'sample-tangming', offices: [OFFICE], districts: ['500107'], role: 'confirmer', hidden: [] };
    const door = connect(bff.config.databaseUrl, 1, 'test', 'door');
    const seen = async (scope: StaffScope) =>
      (
        await scopedTo(door.client, scope).db.execute<{ id: string }>(
          sql`select c.id from complaints c join complaint_events e on e.complaint_id = c.id`,
        )
      )
        .map((row) => row.id)
        .filter((id) => id === one).length;
    expect(await seen(district)).toBe(1);
    expect(await seen({ ...district, staffId: 'sample-heli' })).toBe(0);
    expect(await seen({ staffId: 'sample-yangfan', offices: [OFFICE], role: 'supervisor', hidden: [] })).toBe(0);
    await door.close();
    await bff.sql`update staff_accounts set role = 'handler', district = null where id = 'sample-heli'`;
  });

  it('库里没有一个字看得懂；写下的核查改不了、删不掉；猜口令猜多了先停', async () => {
    const rows = JSON.stringify([
      await bff.sql`select content_sealed::text, secret_sealed::text, encode(secret_hash, 'escape') from complaints`,
      await bff.sql`select words_sealed::text from complaint_events`,
    ]);
    expect(rows).not.toMatch(/门面|周大明|13900008888|竹林|查了/);
    await expect(bff.sql`update complaint_events set words_sealed = ''`.execute()).rejects.toThrow(/only added to/);
    await expect(bff.sql`delete from complaint_events`.execute()).rejects.toThrow(/only added to/);
    const answers = [];
    for (let i = 0; i < 61; i++) answers.push(await look({ number: 'AAAA2222', secret: '竹林竹林竹林竹林' }));
    expect(answers.at(-1)).toMatchObject({ ok: false, problem: { code: 'too-many-requests' } });
  });
});
