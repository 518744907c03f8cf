import { AmountInput } from '@/components/amount-input';
import { Head } from '@/components/page';
import type { EventQuestionProps } from './question-props';

/** What was paid by oneself, after every refund. */
export const SpendingQuestion = ({ question, one, set }: EventQuestionProps) => (
  <>
    <Head title={question.title} lead={`${question.about}。报销以后自己出的，大概的也行。`} />
    <AmountInput
      label="自己花的"
      value={one.spending?.amount}
      onChange={(amount) =>
        set({
          spending:
            amount === undefined
              ? undefined
              : {
                  kind: question.event === 'large-school-bill' ? 'education' : 'medical',
                  amount,
                  ...(one.member !== undefined && { member: one.member }),
                },
        })
      }
    />
  </>
);
