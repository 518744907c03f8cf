import { randomUUID } from 'node:crypto';
import { changeForm } from '../services/change/told-for-test.ts';
import { bodyFor } from '../test/body-for-test.ts';
import { form, GUOFU, submission } from '../test/people.ts';
import type { AnyEndpoint } from './every-endpoint-for-test.ts';

/** Of every row of Yangjiaping and of 李素芬, where a test tries every route. */
export const THERE = '5e1f0000-0000-4000-8000-000000000001';

/** Where a body is more than its schema says. */
const BODIES: Readonly<Record<string, (id: string) => unknown>> = {
  tellAtCounter: (id) => ({ form: changeForm(id), sawPerson: true }),
  askArchive: (id) => ({ kind: 'household', caseId: id, reason: '调档' }),
  previewChange: (id) => ({ form: changeForm(id) }),
  submitChange: (id) => ({ form: changeForm(id) }),
  submitApplication: () => submission(),
  saveDraft: () => ({ formVersion: 1, baseRevision: 0, form: form() }),
  // Nobody's of these rows: her relatives' things would be kept from her.
  declareRelation: (id) => ({
    relation: 'sibling',
    name: '别人',
    paper: { kind: 'resident-identity', number: id === THERE ? '500107195001010016' : GUOFU.number },
  }),
  askRelay: (id) => ({ applicationId: id, memberId: 'm2', name: '张国福', phoneId: id }),
};
export const bodyOf = (e: AnyEndpoint, id: string): unknown => BODIES[e.id]?.(id) ?? bodyFor(e.body, id);

const params = (e: AnyEndpoint): string[] => [...e.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] as string);
/** Words in an address that are no ids. */
const WORDS: Readonly<Record<string, string>> = {
  month: '2026-11',
  memberId: 'm1',
  piece: '0',
  kind: 'june',
  statement: 'privacy-notice',
  seq: '1',
  name: 'opinion.x',
  about: 'run',
};
const filled = (e: AnyEndpoint, id: string): string => e.path.replace(/\{(\w+)\}/g, (_, name: string) => WORDS[name] ?? id);

/** Of which kind the item is that a route wants; what it is about is the same. */
const KIND: Readonly<Record<string, string>> = {
  openAuthenticationItem: 'evidence',
  settleSignal: 'signal',
  settleIdentityConflict: 'identity-conflict',
  objection: 'objection',
  noteOnObjection: 'objection',
  openChange: 'change',
  tellAtCounter: 'change',
  arrangeVisit: 'visit',
  recordVisit: 'visit',
  lookAtEvidence: 'evidence',
  settleDoor: 'door',
};
export const kindFor = (e: AnyEndpoint): string => KIND[e.id] ?? 'application';
export const namesAnId = (e: AnyEndpoint): boolean => params(e).some((name) => !(name in WORDS));

/** A request that the route's schemas let through, with this id wherever one is wanted. */
export function requestOf(e: AnyEndpoint, id: string, headers: Record<string, string>): { path: string; init: RequestInit } {
  const body = e.body && bodyOf(e, id);
  const query = e.query && bodyFor(e.query, id);
  const search = query ? `?${new URLSearchParams(query as Record<string, string>)}` : '';
  const form = new FormData();
  if (e.multipart) {
    for (const [key, value] of Object.entries((body ?? {}) as Record<string, unknown>)) form.set(key, String(value));
    form.set('file', new Blob(['x']), 'x');
  }
  const init = {
    method: e.method,
    headers: { ...(!e.multipart && { 'content-type': 'application/json' }), ...headers, ...(e.key && { 'idempotency-key': randomUUID() }) },
    ...(e.multipart ? { body: form } : e.method !== 'GET' && e.body && { body: JSON.stringify(body) }),
  };
  return { path: `${filled(e, id)}${search}`, init };
}
