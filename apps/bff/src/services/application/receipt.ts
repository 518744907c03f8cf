import type { ApplicationForm, CitedSentence, SubmissionReceipt } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { clocksFor } from '@assist/policy-chongqing';
import { instantText } from '../../clock.ts';
import type { Context } from '../context.ts';
import { type OfficeRow, officeView } from '../place/offices.ts';
import { nextSteps } from './next-steps.ts';
import { otherAdults } from './other-adults.ts';

/** A receipt without its number, which only the database knows. */
export type Receipt = Omit<SubmissionReceipt, 'number'>;
export const receiptPlace = (id: string): string => `receipt:${id}`;
/** District whose clocks and standards count: the first six digits of the office's code. */
export const districtOf = (officeId: string): DivisionCode => officeId.slice(0, 6) as DivisionCode;

/** What a person is given in the hand. It is kept as it was given. */
export function makeReceipt(
  ctx: Context,
  sent: {
    applicationId: string;
    form: ApplicationForm;
    office: OfficeRow;
    divisionCode: DivisionCode;
    routing: CitedSentence;
    at: number;
    today: CivilDate;
  },
): Receipt {
  const district = districtOf(sent.office.id);
  const { firstReplyBy } = clocksFor({ sentOn: sent.today, district }, ctx.calendar);
  return {
    applicationId: sent.applicationId,
    receivedAt: instantText(sent.at),
    receivedOn: sent.today,
    office: officeView(sent.office, sent.divisionCode),
    routing: sent.routing,
    firstReplyBy: { date: firstReplyBy.by, provisional: firstReplyBy.provisional },
    next: nextSteps(sent.today, district, ctx.calendar),
    members: sent.form.members.length,
    photos: sent.form.photos.length,
    notYetSigned: otherAdults(sent.form, sent.today).map((m) => m.name),
  };
}
