import { randomUUID } from 'node:crypto';
import type { ApplicationForm, Signature } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { Client } from '../../db/connect.ts';
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

/**
 * Submission, number, application, signatures, photos, timeline, work item, outbox and audit: one prepared statement, so that all of it
 * is there or none, in one round trip.
 * Numbers of one township and day have no gaps: the counter is raised only by who got the id.
 * @returns the receipt number; undefined where the id was taken already, and then nothing was written
 */
export async function takeIn(client: Client, t: TakeIn): Promise<string | undefined> {
  const at = t.at.toISOString();
  const office = t.office.id;
  const signatures = JSON.stringify(
    t.signatures.map((s) => ({
      member_id: s.memberId,
      statement: s.statement,
      version: s.version,
      hash: s.hash,
      status: s.status,
      signed_at: s.at ?? null,
    })),
  );
  const people = t.peopleHashes.map((hash) => hash.toString('hex')).join(',');
  const photos = JSON.stringify(t.form.photos.map((p) => ({ id: p.fileId, about: p.about, member_id: p.memberId ?? null })));
  const [row] = await client<{ number: string }[]>`
    with sent as (
      insert into submissions (application_id, office_id, account_id, fingerprint, form_sealed, receipt_sealed, assessment_sealed, policy_version, sent_at)
      values (${t.applicationId}::uuid, ${office}, ${t.accountId}::uuid, ${t.fingerprint}, ${t.formSealed}, ${t.receiptSealed}, ${t.assessmentSealed},
        ${t.policyVersion}, ${at}::text::timestamptz)
      on conflict (application_id) do nothing
      returning application_id as id, office_id, account_id, sent_at as at
    ), counted as (
      insert into office_day_numbers (office_id, day, last)
      select office_id, ${t.today}::text::date, 1 from sent
      on conflict (office_id, day) do update set last = office_day_numbers.last + 1
      returning last
    ), application as (
      insert into applications (id, office_id, account_id, number, state, applicant_sealed, applicant_number_hash, members, photos, received_at, received_on)
      select id, office_id, account_id, receipt_number(${t.office.shortName}, ${t.today}::text::date, counted.last), 'received',
        ${t.applicantSealed}::bytea, ${t.applicantNumberHash}::bytea, ${t.form.members.length}::int, ${t.form.photos.length}::int, at, ${t.today}::text::date
      from sent, counted
      returning number
    ), people as (
      insert into application_people (application_id, office_id, number_hash)
      select id, office_id, decode(hash, 'hex') from sent, string_to_table(nullif(${people}::text, ''), ',') as hash
    ), signed as (
      insert into signatures (application_id, office_id, member_id, statement, version, hash, status, signed_at)
      select sent.id, sent.office_id, s.member_id, s.statement, s.version, s.hash, s.status, s.signed_at
      from sent, jsonb_to_recordset(${signatures}::text::jsonb)
        as s(member_id text, statement text, version text, hash text, status text, signed_at timestamptz)
    ), photographed as (
      update files set application_id = sent.id, office_id = sent.office_id, member_id = p.member_id
      from sent, jsonb_to_recordset(${photos}::text::jsonb) as p(id uuid, about text, member_id text)
      where files.id = p.id and files.account_id = sent.account_id and files.application_id is null
      returning files.id
    ), told as (
      insert into application_events (application_id, office_id, at, state) select id, office_id, at, 'received' from sent
    ), queued as (
      insert into work_items (id, office_id, kind, application_id, state, urgent, others_not_signed, marks, received_at, step_due, step_provisional)
      select ${randomUUID()}::uuid, office_id, 'application', id, 'received', ${t.form.emergency?.urgent === true}::bool, ${t.othersNotSigned}::bool,
        ${t.form.staffRelatives?.has ? ['relative-of-staff'] : []}::text[], at,
        ${t.stepDue.date}::text::date, ${t.stepDue.provisional}::bool
      from sent
    ), later as (
      insert into outbox (kind, payload, created_at, run_at)
      select kind, jsonb_build_object('accountId', account_id, 'applicationId', id), at, at
      from sent, unnest(array['find-identity-conflict', 'tell-resident']) as kind
    ), joined as (
      insert into outbox (kind, payload, created_at, run_at)
      select 'relay-sent', jsonb_strip_nulls(jsonb_build_object('applicationId', id, 'draftId', ${t.draftId ?? null}::text, 'grantId', ${t.helperGrantId ?? null}::text)), at, at
      from sent
    ), audited as (
      insert into audit_log (at, actor_kind, actor_id, action, object_kind, object_id, office_id)
      select at, 'account', account_id::text, 'application-sent', 'application', id::text, office_id from sent
    ), undrafted as (
      delete from drafts using sent where drafts.id = ${t.draftId ?? null}::uuid and drafts.account_id = sent.account_id
    )
    select number from application
    where (select count(*) from photographed) = ${t.form.photos.length}::int or refuse('photos')
  `;
  return row?.number;
}
