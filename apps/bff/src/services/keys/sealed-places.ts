/** A column of sealed values, and the words each is bound to, as SQL over its row: what the `…Place` of the service that seals it says. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly place: string;
}
/** A table whose rows name sealed files (`stored_at`), and the words each file is bound to. */
export interface SealedFiles {
  readonly table: string;
  readonly place: string;
}

const OF_ID = (name: string): string => `'${name}:' || id`;
const OF_MEMBER = (name: string): string => `'${name}:' || case_id || ':' || member_id`;
const column = (table: string, name: string, place: string): SealedColumn => ({ table, column: `${name}_sealed`, place });

/** Every column of sealed values there is; a test compares it with the tables. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  ...['openid', 'name', 'paper', 'phone'].map((name) => column('accounts', name, OF_ID(`account.${name}`))),
  column('alerts', 'content', OF_ID('alert')),
  column('applications', 'applicant', OF_ID('applicant')),
  column('archives', 'reason', OF_ID('archive.reason')),
  ...['person', 'detail'].map((name) => column('authentications', name, OF_ID(`authentication.${name}`))),
  column('case_files', 'household', OF_ID('case.household')),
  ...['person', 'phone', 'bank'].map((name) => column('case_members', name, OF_MEMBER(`case.${name}`))),
  column('case_moves', 'reason', OF_ID('case.move')),
  ...['code', 'face'].map((name) => column('certificates', name, OF_ID(`certificate.${name}`))),
  ...['form', 'receipt', 'reporter', 'effects', 'beside'].map((name) => column('change_notices', name, OF_ID(`change.${name}`))),
  column('change_opinions', 'words', `'change.opinion:' || change_id`),
  column('changes', 'note', OF_ID('change.note')),
  column('complaint_events', 'words', OF_ID('complaint.event')),
  column('complaints', 'secret', OF_ID('complaint.secret')),
  column('complaints', 'content', OF_ID('complaint')),
  column('contact_changes', 'value', OF_ID('contact-change')),
  ...['code', 'phone'].map((name) => column('contact_codes', name, OF_ID(`contact-code.${name}`))),
  column('correction_answers', 'items', OF_ID('correction-answer')),
  column('corrections', 'items', OF_ID('correction')),
  column('cross_check_disputes', 'words', OF_ID('cross-check.dispute')),
  column('cross_check_disputes', 'answer', OF_ID('cross-check.reply')),
  column('cross_check_people', 'person', `'cross-check.person:' || check_id || ':' || member_id`),
  column('cross_check_questions', 'answer', OF_ID('cross-check.answer')),
  column('decision_statements', 'words', OF_ID('decision.statement')),
  column('declared_relations', 'person', OF_ID('declared-relation')),
  column('doors', 'record', OF_ID('door.record')),
  column('doors', 'not_agreed', OF_ID('door.not-agreed')),
  column('doors', 'answer', OF_ID('door.answer')),
  column('drafts', 'form', OF_ID('draft')),
  column('face_checks', 'person', OF_ID('face-check.person')),
  column('face_checks', 'subject', OF_ID('face-check.subject')),
  column('face_checks', 'verify_id', OF_ID('face-check.verify-id')),
  column('helper_grants', 'helper', OF_ID('helper')),
  column('idempotency_keys', 'answer', `'answer:' || scope || ':' || key`),
  column('item_notes', 'note', OF_ID('item-note')),
  column('item_notes', 'correction', OF_ID('item-note.correction')),
  column('joint_meetings', 'why', OF_ID('joint-meeting.why')),
  column('joint_meetings', 'record', OF_ID('joint-meeting.record')),
  column('messages', 'content', OF_ID('message')),
  column('objection_notes', 'words', OF_ID('objection.note')),
  column('one_time_payments', 'payee', OF_ID('payment.once')),
  column('payment_lines', 'payee', `'payment.payee:' || list_id || ':' || n`),
  column('payment_lists', 'note', OF_ID('payment.note')),
  column('person_searches', 'reason', OF_ID('person-search')),
  column('posting_holds', 'reason', `'posting.hold:' || run_id`),
  column('posting_holds', 'lift', `'posting.lift:' || lift_id`),
  column('posting_objections', 'secret', OF_ID('posting.objection-secret')),
  column('posting_objections', 'teller', OF_ID('posting.objection-teller')),
  column('postings', 'posting', OF_ID('posting')),
  column('postings', 'why', OF_ID('posting.why')),
  column('procedure_events', 'event', OF_ID('procedure.event')),
  column('procedure_runs', 'person', OF_ID('procedure.person')),
  column('reality_codes', 'content', `'reality-code:' || encode(hash, 'hex')`),
  column(
    'referral_steps',
    'words',
    `'referral.step:' || referral_id || ':' || kind || ':' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  ),
  column('referrals', 'person', OF_ID('referral.person')),
  column('referrals', 'why', OF_ID('referral.why')),
  column('register_import_rows', 'household', `'register-import.household:' || import_id || ':' || position`),
  column('register_imports', 'report', OF_ID('register-import.report')),
  column('relay_asks', 'about', OF_ID('relay-ask')),
  column('relay_signatures', 'detail', OF_ID('relay-signature')),
  column('sends', 'phone', OF_ID('send.phone')),
  column('sends', 'code', OF_ID('send.code')),
  column('shares', 'facts', OF_ID('share')),
  column('shares', 'answer', OF_ID('share-answer')),
  column('staff_drafts', 'body', `'staff-draft:' || staff_id || ':' || name`),
  ...['form', 'receipt', 'assessment'].map((name) => column('submissions', name, `'${name}:' || application_id`)),
  column('supervisor_notices', 'decision', OF_ID('supervisor-notice')),
  column('urgent_calls', 'told', OF_ID('urgent.told')),
  column('urgent_calls', 'end', OF_ID('urgent.end')),
  column('urgent_tries', 'note', OF_ID('urgent.try')),
  column('verification_codes', 'name', `'verification-code.name:' || encode(hash, 'hex')`),
  column('visit_tries', 'note', `'visit.try:' || visit_id`),
  ...['person', 'asked', 'arranged', 'done'].map((name) => column('visits', name, OF_ID(`visit.${name}`))),
  column('watched_households', 'why', OF_ID('watched.why')),
  // What kinds of items leave in a note is bound to the item, whoever writes it.
  column('work_items', 'note', OF_ID('work-item.note')),
  column('work_items', 'person', OF_ID('work-item-person')),
  column('wechat_tokens', 'token', `'wechat-token:' || appid`),
];

export const SEALED_FILES: readonly SealedFiles[] = [
  { table: 'files', place: OF_ID('file') },
  { table: 'upload_pieces', place: `'upload:' || upload_id || ':' || piece` },
  { table: 'urgent_sounds', place: `'urgent.sound:' || call_id` },
  { table: 'archive_parts', place: `'archive.part:' || archive_id || ':' || seq` },
];

/** Every place by its name in `reseal_progress`. */
export const SEALED_PLACES: readonly { readonly name: string; readonly column?: SealedColumn; readonly files?: SealedFiles }[] = [
  ...SEALED_COLUMNS.map((one) => ({ name: `${one.table}.${one.column}`, column: one })),
  ...SEALED_FILES.map((one) => ({ name: `files of ${one.table}`, files: one })),
];
