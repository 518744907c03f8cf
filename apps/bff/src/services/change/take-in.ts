import type { CivilDate } from '@assist/policy';
import type { Client } from '../../db/connect.ts';
import { carried } from '../../traces/span.ts';
import type { OfficeRow } from '../place/offices.ts';

/** Everything one change notice writes, ready to write. */
export interface TakeInChange {
  readonly changeId: string;
  /** Either an account or a clerk told it. */
  readonly accountId: string | null;
  readonly staffId: string | null;
  readonly office: OfficeRow;
  readonly at: Date;
  readonly today: CivilDate;
  readonly fingerprint: Buffer;
  readonly formSealed: Buffer;
  readonly receiptSealed: Buffer;
  readonly reporterSealed: Buffer;
  readonly effectsSealed: Buffer;
  readonly besideSealed: Buffer | null;
  readonly policyVersion: string;
  readonly caseId: string | null;
  readonly matchCaseId: string | null;
  readonly tellerNumberHash: Buffer | null;
  readonly events: readonly string[];
  readonly marks: readonly string[];
  readonly happenedOn: CivilDate | null;
  readonly photos: readonly { readonly fileId: string; readonly memberId?: string | undefined }[];
  readonly sawPerson: boolean;
  readonly passOn: boolean;
  readonly workItemId: string;
  readonly personSealed: Buffer;
  readonly stepDue: { readonly date: CivilDate; readonly provisional: boolean };
  /** Last day of the whole, where a clause sets one. */
  readonly totalDue: CivilDate | null;
  readonly draftId: string | null;
}

/**
 * Notice, number, state, photos, timeline, work item, case events, outbox and audit: one prepared statement, so that all of it is there
 * or none. The counter of the office's day is raised only by who got the id.
 * @returns the receipt number; undefined where the id was taken already, and then nothing was written
 */
export async function takeInChange(client: Client, t: TakeInChange): Promise<string | undefined> {
  const at = t.at.toISOString();
  const photos = JSON.stringify(t.photos.map((p) => ({ id: p.fileId, member_id: p.memberId ?? null })));
  const [events, marks] = [JSON.stringify(t.events), JSON.stringify(t.marks)];
  const [row] = await client<{ number: string }[]>`
    with sent as (
      insert into change_notices (id, office_id, account_id, staff_id, fingerprint, form_sealed, receipt_sealed, reporter_sealed,
        effects_sealed, beside_sealed, policy_version, told_at)
      values (${t.changeId}::uuid, ${t.office.id}, ${t.accountId}::uuid, ${t.staffId}::text, ${t.fingerprint}, ${t.formSealed}, ${t.receiptSealed},
        ${t.reporterSealed}, ${t.effectsSealed}, ${t.besideSealed}::bytea, ${t.policyVersion}, ${at}::text::timestamptz)
      on conflict (id) do nothing
      returning id, office_id, account_id, staff_id, told_at as at, coalesce(account_id::text, staff_id) as actor_id,
        case when account_id is null then 'staff' else 'account' end as actor_kind
    ), counted as (
      insert into office_day_numbers (office_id, day, last)
      select office_id, ${t.today}::text::date, 1 from sent
      on conflict (office_id, day) do update set last = office_day_numbers.last + 1
      returning last
    ), change as (
      insert into changes (id, office_id, case_id, match_case_id, account_id, teller_number_hash, number, state, events, told_at, told_on,
        happened_on, photos, saw_person, pass_on_at)
      select id, office_id, ${t.caseId}::uuid, ${t.matchCaseId}::uuid, account_id, ${t.tellerNumberHash}::bytea,
        receipt_number(${t.office.shortName}, ${t.today}::text::date, counted.last), 'received',
        array(select jsonb_array_elements_text(${events}::text::jsonb)), at, ${t.today}::text::date, ${t.happenedOn}::text::date,
        ${t.photos.length}::int, ${t.sawPerson}::bool, case when ${t.passOn}::bool then at end
      from sent, counted
      returning number
    ), photographed as (
      update files set subject_kind = 'change', subject_id = sent.id, office_id = sent.office_id, member_id = p.member_id
      from sent, jsonb_to_recordset(${photos}::text::jsonb) as p(id uuid, member_id text)
      where files.id = p.id and (files.account_id = sent.account_id or files.staff_id = sent.staff_id)
        and files.application_id is null and files.subject_id is null
      returning files.id
    ), told as (
      insert into change_steps (change_id, office_id, at, state, staff_id) select id, office_id, at, 'received', staff_id from sent
    ), queued as (
      insert into work_items (id, office_id, kind, subject_id, case_id, person_sealed, number, about, marks, state, received_at, step_due, step_provisional,
        total_due)
      select ${t.workItemId}::uuid, sent.office_id, 'change', sent.id, ${t.caseId}::uuid, ${t.personSealed}, change.number,
        array(select jsonb_array_elements_text(${events}::text::jsonb)), array(select jsonb_array_elements_text(${marks}::text::jsonb)), 'received', at,
        ${t.stepDue.date}::text::date, ${t.stepDue.provisional}::bool,
        coalesce(${t.totalDue}::text::date, 'infinity')
      from sent, change
    ), happened as (
      insert into case_events (case_id, office_id, at, kind, actor_kind, actor_id, subject_id)
      select ${t.caseId}::uuid, office_id, at, kind, actor_kind, actor_id, id
      from sent, unnest(case when ${t.passOn}::bool then array['change-told', 'consent-to-pass-on'] else array['change-told'] end) as kind
      where ${t.caseId}::uuid is not null
    ), later as (
      insert into outbox (kind, payload, created_at, run_at, trace_parent)
      select 'change-told', jsonb_build_object('changeId', id), at, at, ${carried()}::text from sent
    ), audited as (
      insert into audit_log (at, actor_kind, actor_id, action, object_kind, object_id, office_id)
      select at, actor_kind, actor_id, 'change-told', 'change', id::text, office_id from sent
    ), undrafted as (
      delete from drafts using sent where drafts.id = ${t.draftId}::uuid and drafts.account_id = sent.account_id
    )
    select number from change
    where (select count(*) from photographed) = ${t.photos.length}::int or refuse('photos')
  `;
  return row?.number;
}
