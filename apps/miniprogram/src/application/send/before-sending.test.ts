import { type DraftForm, localProblem } from '@assist/contracts';
import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { OFFICE } from '../_test/fake-server.ts';
import { filled, signedAll, submissions } from '../_test/open-sender.ts';
import { withConfirmation } from './check-before-sending.ts';
import { placeOf } from './form-place.ts';

describe('送之前要先定的，一次一样', () => {
  test('那个地方还没接上：先说去哪里，不送', async () => {
    const { server, draft, sender } = filled();
    const reason = { sentence: '户口在江津区', clauses: [{ id: 'YM239-3-3a', label: '', gist: '' }] };
    draft.changeBeside((b) => ({
      ...b,
      routing: {
        kind: 'not-live',
        placeName: '江津区',
        office: { ...OFFICE, divisionCode: OFFICE.divisionCode as DivisionCode, live: false },
        reason,
      },
    }));
    expect((await sender.send()).kind).toBe('place');
    expect(submissions(server)).toEqual([]);
  });
  test('几个地方都能办，还没选：先去选', async () => {
    const { server, draft, sender } = filled();
    const office = { ...OFFICE, divisionCode: OFFICE.divisionCode as DivisionCode };
    const routing = {
      kind: 'choice' as const,
      offices: [office, { ...office, id: 'o2', live: false }],
      reason: { sentence: '', clauses: [] },
    };
    draft.changeBeside((b) => ({ ...b, routing }));
    expect((await sender.send()).kind).toBe('place');
    draft.changeBeside((b) => ({ ...b, officeId: 'o2' }));
    expect((await sender.send()).kind).toBe('place');
    expect(submissions(server)).toEqual([]);
    draft.changeBeside((b) => ({ ...b, officeId: office.id }));
    expect((await sender.send()).kind).toBe('received');
  });
  test('服务器说那个地方没接上，也是去选地方', async () => {
    const { server, draft, sender } = filled();
    await draft.saveNow();
    server.faults.push('place-not-live');
    expect((await sender.send()).kind).toBe('place');
  });
  test('还没写您是谁', async () => {
    expect((await filled({ identity: 'none' }).sender.send()).kind).toBe('who');
  });
  test('还没登录又没网：不问您是谁，说没网，填的都在', async () => {
    const { server, draft, sender } = filled({ identity: 'unknown', signIn: localProblem('no-network') });
    expect(await sender.send()).toMatchObject({ kind: 'again', problem: { code: 'no-network' } });
    expect(draft.state().record?.form.members?.[0]?.name).toBe('李素芬');
    expect(submissions(server)).toEqual([]);
  });
  test('不可能的，说一句话，带到那一格', async () => {
    const { draft, sender } = filled();
    draft.change((f) => ({
      ...f,
      members: [...(f.members ?? []), { id: 'm2', relation: 'child', name: '', birthDate: '2030-01-01' as CivilDate }],
    }));
    const state = await sender.send();
    expect(state).toEqual({ kind: 'fix', fields: [{ path: 'members.1.birthDate', sentence: '出生日期还没到，请再看一下' }] });
    expect(placeOf('members.1.birthDate', draft.state().record?.form.members ?? [])).toEqual({
      section: 'members',
      memberId: 'm2',
      field: 'birthDate',
    });
  });
  test('选了工资没写多少：问一句，带到那一格', async () => {
    const { draft, sender } = filled();
    draft.change(
      (f) => ({ ...f, members: f.members?.map((m) => ({ ...m, income: [{ kind: 'wage', per: 'month' }] })) }) as unknown as DraftForm,
    );
    const state = await sender.send();
    expect(state).toMatchObject({ kind: 'fix', fields: [{ path: 'members.0.income.0.amount' }] });
    expect(placeOf('members.0.income.0.amount', [{ id: 'm1' }])).toEqual({ section: 'income', memberId: 'm1', field: 'income' });
  });
  test('服务器挑出来的那一格，也带过去', async () => {
    const { server, draft, sender } = filled();
    await draft.saveNow();
    server.fields = [{ path: 'form.assets.financial', sentence: '金额不能是负数' }];
    server.faults.push('form-invalid');
    expect(await sender.send()).toEqual({ kind: 'fix', fields: server.fields });
    expect(placeOf('form.assets.financial', [])).toEqual({ section: 'assets', field: 'financial' });
  });
  test('三样同意少一样，先去点；点了就送', async () => {
    const { draft, sender } = filled();
    draft.changeBeside((b) => ({ ...b, signatures: signedAll().filter((x) => x.statement !== 'cross-check') }));
    expect((await sender.send()).kind).toBe('sign');
    draft.changeBeside((b) => ({ ...b, signatures: signedAll() }));
    expect((await sender.send()).kind).toBe('received');
  });
  test('少见的问一次，点了“对”就照收', async () => {
    const { server, draft, sender } = filled();
    const rich = (f: DraftForm) => ({
      ...f,
      members: f.members?.map((m) => ({
        ...m,
        income: [{ kind: 'gift' as const, amount: 1_000_000_001_00 as Fen, per: 'month' as const }],
      })),
    });
    draft.change((f) => rich(f) as DraftForm);
    expect(await sender.send()).toMatchObject({ kind: 'ask', questions: [{ question: 'very-high-income' }] });
    draft.change((f) => withConfirmation(f, 'very-high-income'));
    expect((await sender.send()).kind).toBe('received');
    expect([...server.received.values()][0]?.body).toMatchObject({ form: { confirmations: [{ question: 'very-high-income' }] } });
  });
  test('照片还没传完：问一句；说先交，就先交，并记下还有几张', async () => {
    const { sender } = filled({ waiting: { count: 2 } });
    expect(await sender.send()).toEqual({ kind: 'photos', waiting: 2 });
    expect(await sender.send({ withoutPhotos: true })).toMatchObject({ kind: 'received', kept: { photosLeft: 2 } });
  });
  test('证件、电话只点开没写，当没说，不拦', async () => {
    const { draft, sender } = filled();
    draft.change((f) => ({
      ...f,
      members: [...(f.members ?? []), { id: 'm2', relation: 'child', name: '张伟', phone: ' ', paper: { kind: 'none-yet', reason: '' } }],
    }));
    expect((await sender.send()).kind).toBe('received');
  });
});
