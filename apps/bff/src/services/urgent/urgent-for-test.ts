import { randomUUID } from 'node:crypto';
import { residentApi, staffApi, type UrgentCall, type UrgentView } from '@assist/contracts';
import { secretText } from '../../crypto/codes.ts';
import type { BffForTest } from '../../test/bff-for-test.ts';
import { done, YANGJIAPING } from '../../test/people.ts';

export const callOf = (more: Partial<UrgentCall> = {}): UrgentCall => ({
  secret: secretText(),
  device: secretText(),
  divisionCode: YANGJIAPING,
  what: '家里断粮了，三天没吃好',
  where: '柏树社区小卖部',
  safe: 'yes',
  phone: '13800000001',
  name: '吴大贵',
  ...more,
});

/** Calls for help and what is done about them, by whoever is not signed in and by the township. @param bff the one of the test, once it runs */
export function urgentForTest(bff: () => BffForTest) {
  const anybody: ReturnType<BffForTest['residentWith']> = (...asked) => bff().residentWith(undefined)(...asked);
  const send = (call: UrgentCall = callOf(), callId: string = randomUUID()) =>
    anybody(residentApi.sendUrgentCall, { params: { callId }, body: call });
  async function called(more: Partial<UrgentCall> = {}) {
    const call = callOf(more);
    const callId = randomUUID();
    return { call, callId, view: done(await send(call, callId)) };
  }
  async function sound(callId: string, secret: string, bytes: Buffer) {
    const body = new FormData();
    body.set('secret', secret);
    body.set('file', new Blob([new Uint8Array(bytes)], { type: 'audio/mpeg' }), 'voice.mp3');
    const answer = await fetch(`${bff().residentUrl}/api/urgent-calls/${callId}/sound`, { method: 'POST', body });
    return { status: answer.status, data: (await answer.json()) as UrgentView & { code?: string } };
  }
  const status = (callId: string, secret: string) => anybody(residentApi.urgentStatus, { params: { callId }, body: { secret } });
  const as = async (staffId: string) => (await bff().staff(staffId)).call;
  const open = async (callId: string, staffId = 'sample-heli') => (await as(staffId))(staffApi.urgentCall, { params: { callId } });
  const listed = async (staffId: string) => done(await (await as(staffId))(staffApi.urgentCalls, {})).items.map((one) => one.callId);
  const tried = async (callId: string, outcome: 'reached' | 'no-answer', staffId = 'sample-heli', tryId: string = randomUUID()) =>
    (await as(staffId))(staffApi.recordUrgentTry, { params: { callId, tryId }, body: { outcome, note: '说了什么' } });
  const end = async (
    callId: string,
    body: { how: 'small-sum' | 'told' | 'not-reached' | 'application' | 'referred'; words: string; name?: string },
    staffId = 'sample-heli',
  ) => (await as(staffId))(staffApi.endUrgentCall, { params: { callId }, body });
  return { anybody, send, called, sound, status, as, open, listed, tried, end };
}
