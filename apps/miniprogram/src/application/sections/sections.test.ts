import type { DraftForm, MemberForm } from '@assist/contracts';
import { STATEMENT_HASHES, STATEMENTS } from '@assist/contracts';
import type { CivilDate, Fen } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import type { Beside } from '../draft/draft-record.ts';
import { nextMemberId, withMember, withNewMember, withoutMember } from '../draft/edits.ts';
import { saidForm } from '../draft/said.ts';
import { wantedEvidence } from '../evidence/evidence-list.ts';
import { otherAdults, signaturesToSend, signed, withSignature } from '../sign/signatures.ts';
import { nextSection, sectionsOf } from './sections.ts';

const today = '2026-11-22' as CivilDate;
const born = (text: string) => text as CivilDate;
const yuan = (n: number) => (n * 100) as Fen;
const member = (m: Partial<MemberForm> & Pick<MemberForm, 'id'>): MemberForm => ({ relation: 'other', name: '', ...m });
const self = member({
  id: 'm1',
  relation: 'self',
  name: '李素芬',
  birthDate: born('1958-03-04'),
  disability: false,
  illness: 'none',
  work: 'retired',
});
const form = (parts: Partial<DraftForm> = {}): DraftForm => ({ formVersion: 1, members: [self], photos: [], ...parts });
const all = (f: DraftForm, beside: Beside = {}, waitingPhotos: string[] = []) =>
  sectionsOf({ form: f, beside, today, identity: 'claimed', waitingPhotos });
const one = (id: string, f: DraftForm, beside: Beside = {}, waiting: string[] = []) => all(f, beside, waiting).find((s) => s.id === id);

describe('每样走到哪了', () => {
  test('刚打开：都没开始，没有一样是错的', () => {
    const fresh = form({ members: [member({ id: 'm1', relation: 'self' })] });
    const statuses = sectionsOf({ form: fresh, beside: {}, today, identity: 'unknown', waitingPhotos: [] }).map((s) => s.status);
    expect(new Set(statuses)).toEqual(new Set(['not-started']));
  });

  test('一个人的家：说了“就这些人”才算填好，没说算没开始', () => {
    expect(one('members', form())).toMatchObject({ status: 'not-started', hint: '写上一起吃住的人' });
    expect(one('members', form(), { everyoneNamed: true })).toMatchObject({ status: 'done', hint: '1 口人', missing: [] });
  });

  test('还差谁的什么，写得出来', () => {
    const wei = member({
      id: 'm2',
      relation: 'child',
      name: '张伟',
      paper: { kind: 'none-yet', reason: '丢了' },
      birthDate: born('1990-01-01'),
    });
    expect(one('members', form({ members: [self, wei] }), { everyoneNamed: true })).toMatchObject({
      status: 'partly',
      missing: ['张伟有没有残疾证等 3 样'],
    });
  });

  test('收入：有人没说是差一点，说没有也是说了', () => {
    const members = [{ ...self, income: [] }, member({ id: 'm2', name: '张伟' })];
    expect(one('income', form({ members }))).toMatchObject({ status: 'partly', hint: '还差张伟、不住一起的亲人' });
    const said = members.map((m) => ({ ...m, income: [{ kind: 'wage' as const, amount: yuan(1200), per: 'year' as const }] }));
    expect(one('income', form({ members: said, supporters: [] }))).toMatchObject({ status: 'done', hint: '一个月共 200 元' });
  });

  test('选了工资还没写多少：不当没有收入，算差一点', () => {
    const open = [{ ...self, income: [{ kind: 'wage' as const, per: 'month' as const }] }] as unknown as MemberForm[];
    expect(one('income', form({ members: open, supporters: [] }))).toMatchObject({ status: 'not-started' });
    expect(saidForm(form({ members: open })).members?.[0]).not.toHaveProperty('income');
  });

  test('房子、车、存款：零和没说是两回事', () => {
    expect(one('assets', form())?.status).toBe('not-started');
    expect(one('assets', form({ assets: { financial: yuan(0) } }))).toMatchObject({ status: 'partly', hint: '没有存款' });
    const none = { financial: yuan(0), dwellings: [], vehicles: [], businesses: 0 };
    expect(one('assets', form({ assets: none }))).toMatchObject({ status: 'done', hint: '没有房子，没有车，没有存款' });
  });

  test('接着填：先填开了头的，再填没开始的；都好了就没有', () => {
    expect(nextSection(all(form({ assets: { financial: yuan(0) } })))?.id).toBe('assets');
    expect(nextSection([])).toBeUndefined();
  });

  test('材料：没传完的说张数；说了以后补就不再催', () => {
    expect(one('evidence', form())?.status).toBe('not-started');
    expect(one('evidence', form(), {}, ['p1', 'p2'])).toMatchObject({ status: 'partly', hint: '2 张还没传完' });
    const later = wantedEvidence(form()).map((w) => w.about);
    expect(one('evidence', form(), { later })?.status).toBe('done');
  });

  test('要什么材料跟着填的走：没有残疾的人不问残疾证', () => {
    const kinds = (f: DraftForm) => wantedEvidence(f).map((w) => w.about);
    expect(kinds(form())).not.toContain('disability');
    const disabled = { ...self, disability: { category: 'physical' as const, grade: 2 as const } };
    expect(kinds(form({ members: [disabled] }))).toContain('disability');
    expect(kinds(form({ spending: [{ kind: 'medical', amount: yuan(100) }] }))).toContain('medical');
  });
});

describe('家里的人', () => {
  test('号不重用：去掉第二个再加，是第三个', () => {
    const two = withNewMember(form(), member({ id: 'm2' }));
    const gone = withoutMember(two, 'm2');
    expect(nextMemberId(gone, ['m2'])).toBe('m3');
    expect(nextMemberId(two)).toBe('m3');
  });
  test('去掉一个人，他的花费和照片留下，不再挂在他名下', () => {
    const f = form({
      members: [self, member({ id: 'm2' })],
      spending: [{ kind: 'medical', amount: yuan(5), member: 'm2' }],
      photos: [{ fileId: 'f', about: 'medical', memberId: 'm2' }],
    });
    expect(withoutMember(f, 'm2')).toMatchObject({
      spending: [{ kind: 'medical', amount: 500 }],
      photos: [{ fileId: 'f', about: 'medical' }],
    });
    expect(withoutMember(f, 'm2').spending?.[0]).not.toHaveProperty('member');
  });
  test('申请人自己去不掉', () => expect(withoutMember(form(), 'm1').members?.length).toBe(1));
  test('收回一个回答，就是还没说', () => {
    expect(withMember(form(), 'm1', { illness: undefined }).members?.[0]).not.toHaveProperty('illness');
  });
});

describe('同意和签名', () => {
  const adult = member({ id: 'm2', name: '张伟', birthDate: born('2008-11-22') });
  const child = member({ id: 'm3', name: '张小宇', birthDate: born('2008-11-23') });
  const f = form({ members: [self, adult, child] });

  test('满 18 岁那天起自己同意；没写生日的当大人，以后问本人', () => {
    expect(otherAdults(f, today).map((m) => m.id)).toEqual(['m2']);
    expect(otherAdults(form({ members: [self, member({ id: 'm2' })] }), today).length).toBe(1);
  });
  test('勾一样是一条记录，带着看到的那一版和指纹；去掉勾就没有', () => {
    const one = withSignature([], 'truthfulness', true, '2026-11-22T10:00:00+08:00');
    expect(one).toEqual([
      {
        statement: 'truthfulness',
        version: STATEMENTS.truthfulness.version,
        hash: STATEMENT_HASHES.truthfulness,
        memberId: 'm1',
        status: 'given',
        at: '2026-11-22T10:00:00+08:00',
      },
    ]);
    expect(withSignature(one, 'truthfulness', false, '')).toEqual([]);
  });
  test('旧的一版不算，要再看一次', () => {
    const old = withSignature([], 'truthfulness', true, 'x').map((s) => ({ ...s, version: '2020-01-01' }));
    expect(signed(old, 'truthfulness')).toBeUndefined();
  });
  test('别的大人写“还没签”，照样送；孩子不单列', () => {
    const own = withSignature(withSignature([], 'sensitive-data', true, 'a'), 'truthfulness', true, 'b');
    const sent = signaturesToSend(f, own, { version: 'v', hash: 'h', at: 'c' }, today);
    expect(sent.map((s) => `${s.memberId} ${s.statement} ${s.status}`)).toEqual([
      'm1 privacy-notice given',
      'm1 sensitive-data given',
      'm1 cross-check not-yet',
      'm1 truthfulness given',
      'm2 sensitive-data not-yet',
      'm2 cross-check not-yet',
    ]);
  });
});
