import { Choices } from '@/components/choice';
import { Head } from '@/components/page';
import { TextField } from '@/components/text-field';
import { caseOf } from '../_logic/household';
import type { EventQuestionProps } from './question-props';

/** One of the household as the register has it; a name where it has none. */
export function WhoQuestion({ question, record, family, one, set }: EventQuestionProps) {
  const members = caseOf(record, family)?.members ?? [];
  return (
    <>
      <Head title={question.title} lead={question.about} />
      {members.length > 0 ? (
        <Choices
          label={question.title}
          value={one.member}
          onChange={(member) => set({ member, memberName: undefined })}
          options={members.map((m) => ({ value: m.memberId, title: m.me ? `${m.name}（我自己）` : m.name }))}
        />
      ) : (
        <TextField
          label="这位家人的名字"
          maxLength={50}
          value={one.memberName ?? ''}
          onChange={(memberName) => set({ memberName, member: undefined })}
        />
      )}
    </>
  );
}
