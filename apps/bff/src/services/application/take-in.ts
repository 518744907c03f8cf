import { randomUUID } from 'node:crypto';
import type { ApplicationForm, Signature } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { Client } from '../../db/connect.ts';
import { gathered } from '../../db/gather.ts';
import { carried } from '../../traces/span.ts';
import type { OfficeRow } from '../place/offices.ts';

/** Everything one submission writes, ready to write. */
export interface TakeIn {
  readonly applicationId: string;
  readonly accountId: string;
  readonly office: OfficeRow;
  readonly at: Date;
  readonly today: CivilDate;
  readonly fingerprint: Buffer;
  readonly formSealed: Buffer;
  readonly receiptSealed: Buffer;
  readonly assessmentSealed: Buffer;
  readonly policyVersion: string;
  readonly applicantSealed: Buffer;
  readonly applicantNumberHash: Buffer | null;
  /** Of everybody whose number stands in it, each once. */
  readonly peopleHashes: readonly Buffer[];
  readonly form: ApplicationForm;
  readonly signatures: readonly Signature[];
  readonly stepDue: { readonly date: CivilDate; readonly provisional: boolean };
  readonly othersNotSigned: boolean;
  readonly draftId: string | undefined;
  /** Under which grant a helper sent it. */
  readonly helperGrantId: string | undefined;
}

/** How long a part of several waits for what somebody else holds, before each of them waits by itself. */
const WAITS_TOGETHER = '250ms';

/** One for each pool, so that what is asked for under somebody's eyes never goes with another's. */
const gatherings = new WeakMap<Client, (t: Ready) => Promise<string | undefined>>();

/**
 * Takes in one application, together with those that come at the same moment.
 * @returns the receipt number, once it is on disk; undefined where the id was taken already, and then nothing was written
 */
export function takeIn(client: Client, t: TakeIn): Promise<string | undefined> {
  let gathering = gatherings.get(client);
  if (!gathering) {
    gathering = gathered({ keyOf: ({ id }: Ready) => id, run: (all) => takeInTogether(client, all) });
    gatherings.set(client, gathering);
  }
  return gathering(ready(t));
}

type Ready = ReturnType<typeof ready>;

/** As the statement takes it: texts, since a list of anything else would have to say its type. */
const ready = (t: TakeIn) => ({
  id: t.applicationId,
  itemId: randomUUID(),
  officeId: t.office.id,
  shortName: t.office.shortName,
  accountId: t.accountId,
  fingerprint: t.fingerprint.toString('hex'),
  form: t.formSealed.toString('hex'),
  receipt: t.receiptSealed.toString('hex'),
  assessment: t.assessmentSealed.toString('hex'),
  policyVersion: t.policyVersion,
  at: t.at.toISOString(),
  today: t.today,
  applicant: t.applicantSealed.toString('hex'),
  numberHash: t.applicantNumberHash?.toString('hex') ?? null,
  members: String(t.form.members.length),
  photoCount: String(t.form.photos.length),
  people: t.peopleHashes.map((hash) => hash.toString('hex')).join(','),
  signatures: JSON.stringify(
    t.signatures.map((s) => ({
      member_id: s.memberId,
      statement: s.statement,
      version: s.version,
      hash: s.hash,
      status: s.status,
      signed_at: s.at ?? null,
    })),
  ),
  photos: JSON.stringify(t.form.photos.map((p) => ({ id: p.fileId, member_id: p.memberId ?? null }))),
  urgent: String(t.form.emergency?.urgent === true),
  othersNotSigned: String(t.othersNotSigned),
  relativeOfStaff: String(t.form.staffRelatives?.has === true),
  stepDue: t.stepDue.date,
  stepProvisional: String(t.stepDue.provisional),
  draftId: t.draftId ?? null,
  grantId: t.helperGrantId ?? null,
  trace: carried(),
});

/**
 * Of each of them submission, number, application, signatures, photos, timeline, work item, outbox and audit: one prepared statement, so that
 * all of it is there or none, in one round trip. Numbers of one township and day have no gaps: the counter is raised only for who got the id.
 * Ids and townships are taken in order, so that two such statements never wait for each other in a ring.
 * @param all each with an id of its own
 */
async function takeInTogether(client: Client, all: readonly Ready[]): Promise<(string | undefined)[]> {
  const of = (key: keyof Ready) => all.map((one) => one[key]);
  const rows = await client<{ id: string; number: string }[]>`
    with given as (
      select g.* from unnest(${of('id')}::text[], ${of('itemId')}::text[], ${of('officeId')}::text[], ${of('shortName')}::text[],
          ${of('accountId')}::text[], ${of('fingerprint')}::text[], ${of('form')}::text[], ${of('receipt')}::text[], ${of('assessment')}::text[],
          ${of('policyVersion')}::text[], ${of('at')}::text[], ${of('today')}::text[], ${of('applicant')}::text[], ${of('numberHash')}::text[],
          ${of('members')}::text[], ${of('photoCount')}::text[], ${of('people')}::text[], ${of('signatures')}::text[], ${of('photos')}::text[],
          ${of('urgent')}::text[], ${of('othersNotSigned')}::text[], ${of('relativeOfStaff')}::text[], ${of('stepDue')}::text[],
          ${of('stepProvisional')}::text[], ${of('draftId')}::text[], ${of('grantId')}::text[], ${of('trace')}::text[])
        with ordinality as g(id, item_id, office_id, short_name, account_id, fingerprint, form, receipt, assessment, policy_version, at, today,
          applicant, number_hash, members, photo_count, people, signatures, photos, urgent, others_not_signed, relative_of_staff, step_due,
          step_provisional, draft_id, grant_id, trace, place)
      where set_config('lock_timeout', ${all.length > 1 ? WAITS_TOGETHER : '0'}, true) is not null
    ), sent as (
      insert into submissions (application_id, office_id, account_id, fingerprint, form_sealed, receipt_sealed, assessment_sealed, policy_version, sent_at)
      select id::uuid, office_id, account_id::uuid, decode(fingerprint, 'hex'), decode(form, 'hex'), decode(receipt, 'hex'),
        decode(assessment, 'hex'), policy_version, at::timestamptz
      from given order by id
      on conflict (application_id) do nothing
      returning application_id, office_id, account_id, sent_at
    ), fresh as (
      select s.application_id as id, s.office_id, s.account_id, s.sent_at as at, g.today::date as day, g.item_id, g.short_name, g.applicant,
        g.number_hash, g.members, g.photo_count, g.people, g.signatures, g.photos, g.urgent, g.others_not_signed, g.relative_of_staff,
        g.step_due, g.step_provisional, g.draft_id, g.grant_id, g.trace, g.place
      from sent s join given g on g.id::uuid = s.application_id
    ), counted as (
      insert into office_day_numbers (office_id, day, last)
      select office_id, day, count(*) from fresh group by office_id, day order by office_id, day
      on conflict (office_id, day) do update set last = office_day_numbers.last + excluded.last
      returning office_id, day, last
    ), application as (
      insert into applications (id, office_id, account_id, number, state, applicant_sealed, applicant_number_hash, members, photos, received_at, received_on)
      select f.id, f.office_id, f.account_id, receipt_number(f.short_name, f.day, (c.last + 1 - row_number()
          over (partition by f.office_id, f.day order by f.place desc))::int), 'received',
        decode(f.applicant, 'hex'), decode(f.number_hash, 'hex'), f.members::int, f.photo_count::int, f.at, f.day
      from fresh f join counted c using (office_id, day)
      returning id, number, photos
    ), people as (
      insert into application_people (application_id, office_id, number_hash)
      select id, office_id, decode(hash, 'hex') from fresh, string_to_table(nullif(people, ''), ',') as hash
    ), signed as (
      insert into signatures (application_id, office_id, member_id, statement, version, hash, status, signed_at)
      select f.id, f.office_id, s.member_id, s.statement, s.version, s.hash, s.status, s.signed_at
      from fresh f, json_to_recordset(f.signatures::json)
        as s(member_id text, statement text, version text, hash text, status text, signed_at timestamptz)
    ), photographed as (
      update files set application_id = p.application_id, office_id = p.office_id, member_id = p.member_id
      from (select f.id as application_id, f.office_id, f.account_id, one.id, one.member_id
        from fresh f, json_to_recordset(f.photos::json) as one(id uuid, member_id text)) as p
      where files.id = p.id and files.account_id = p.account_id and files.application_id is null
      returning files.application_id
    ), told as (
      insert into application_events (application_id, office_id, at, state) select id, office_id, at, 'received' from fresh
    ), queued as (
      insert into work_items (id, office_id, kind, application_id, state, urgent, others_not_signed, marks, received_at, step_due, step_provisional)
      select item_id::uuid, office_id, 'application', id, 'received', urgent::bool, others_not_signed::bool,
        case when relative_of_staff::bool then '{relative-of-staff}' else '{}' end::text[], at, step_due::date, step_provisional::bool
      from fresh
    ), later as (
      insert into outbox (kind, payload, created_at, run_at, trace_parent)
      select kind, case kind
          when 'relay-sent' then jsonb_strip_nulls(jsonb_build_object('applicationId', id, 'draftId', draft_id, 'grantId', grant_id))
          else jsonb_build_object('accountId', account_id, 'applicationId', id) end, at, at, trace
      from fresh, unnest(array['find-identity-conflict', 'tell-resident', 'relay-sent']) as kind
    ), audited as (
      insert into audit_log (at, actor_kind, actor_id, action, object_kind, object_id, office_id)
      select at, 'account', account_id::text, 'application-sent', 'application', id::text, office_id from fresh
    ), undrafted as (
      delete from drafts using fresh f where drafts.id = f.draft_id::uuid and drafts.account_id = f.account_id
    )
    select id, number from application
    where (select count(*) from photographed p where p.application_id = application.id) = application.photos or refuse('photos')
  `;
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return all.map(({ id }) => numbers.get(id));
}
