import type { MemberForm } from '@assist/contracts';
import type { DraftProps } from '@/application/use-application';

export interface StepProps extends DraftProps {
  readonly member: MemberForm;
  /** Path of this member in the form, e.g. `members.1`. */
  readonly path: string;
  readonly set: (change: Partial<MemberForm>) => void;
}
