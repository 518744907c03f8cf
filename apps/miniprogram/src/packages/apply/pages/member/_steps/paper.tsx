import {
  birthDateOf,
  checkIdentityNumber,
  IDENTITY_NUMBER_SENTENCES,
  type KeptPaper,
  normaliseIdentityNumber,
  OTHER_PAPER_NAMES,
  type OtherPaper,
  type Paper as PaperForm,
} from '@assist/contracts';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { calledName } from '@/application/words/lists';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Segments } from '@/components/choice';
import { Field } from '@/components/field';
import { Note } from '@/components/note';
import { Head } from '@/components/page';
import { Select } from '@/components/select';
import { TextField } from '@/components/text-field';
import { today } from '@/platform/clock';
import { useFix } from '../../../_parts/fixes';
import type { StepProps } from './step-props';

type Way = 'resident-identity' | 'other' | 'none-yet';
const wayOf = (paper: PaperForm | undefined): Way | undefined =>
  paper === undefined ? undefined : paper.kind === 'resident-identity' || paper.kind === 'none-yet' ? paper.kind : 'other';
const EMPTY: Record<Way, PaperForm> = {
  'resident-identity': { kind: 'resident-identity', number: '' },
  other: { kind: 'household-register', number: '' },
  'none-yet': { kind: 'none-yet', reason: '' },
};

export function Paper({ app, member, path, set }: StepProps) {
  const { paper } = member;
  const fix = useFix(app, `${path}.paper.number`) ?? useFix(app, `${path}.paper`);
  const [left, setLeft] = useState(false);
  // What is being typed here stays whole until the person has left the page.
  useEffect(() => app.draft.holdNumbers(), [app]);
  const before = useRef<Partial<Record<Way, PaperForm>>>({});
  const way = wayOf(paper);
  if (paper && way) before.current[way] = paper;
  const typed = paper?.kind === 'resident-identity' ? paper.number : '';
  const wrong = typed && (left || typed.length >= 18) ? checkIdentityNumber(typed, today()) : undefined;
  const type = (text: string) => {
    const number = normaliseIdentityNumber(text);
    const good = checkIdentityNumber(number, today()) === undefined;
    set({ paper: { kind: 'resident-identity', number }, ...(good && !member.birthDate && { birthDate: birthDateOf(number) }) });
  };
  if (member.paperKept && !paper)
    return (
      <Kept
        kept={member.paperKept}
        name={calledName(member)}
        fix={fix}
        onChange={(kind) => set({ paper: EMPTY[kind], paperKept: undefined })}
      />
    );
  return (
    <>
      <Head title={`${calledName(member)}有什么证件？`} lead="没有也能申请，写清为什么就行。" />
      <Field label="用哪种证件">
        <Segments
          label="用哪种证件"
          value={way}
          onChange={(w) => set({ paper: before.current[w] ?? EMPTY[w] })}
          options={[
            { value: 'resident-identity', title: '身份证' },
            { value: 'other', title: '别的证件' },
            { value: 'none-yet', title: '还没有' },
          ]}
        />
      </Field>
      <View className="gap-l">
        {paper?.kind === 'resident-identity' ? (
          <TextField
            label="身份证号"
            keyboard="idcard"
            maxLength={22}
            value={paper.number}
            onChange={type}
            onLeave={() => setLeft(true)}
            problem={wrong ? IDENTITY_NUMBER_SENTENCES[wrong] : fix}
          />
        ) : null}
        {paper && way === 'other' && paper.kind !== 'resident-identity' && paper.kind !== 'none-yet' ? (
          <>
            <Select
              label="哪一种"
              options={OTHER_PAPER_NAMES}
              value={paper.kind}
              onChange={(kind: OtherPaper) => set({ paper: { ...paper, kind } })}
            />
            <View className="gap-l">
              <TextField
                label="证件上的号码"
                maxLength={40}
                value={paper.number}
                onChange={(number) => set({ paper: { ...paper, number } })}
                problem={fix}
              />
            </View>
          </>
        ) : null}
        {paper?.kind === 'none-yet' ? (
          <TextField
            label="为什么还没有？"
            hint="写一句就行，比如“还没上户口”"
            maxLength={200}
            long
            value={paper.reason}
            onChange={(reason) => set({ paper: { kind: 'none-yet', reason } })}
          />
        ) : null}
      </View>
    </>
  );
}

/** The server has the number; this phone does not any more. */
function Kept({
  kept,
  name,
  fix,
  onChange,
}: {
  readonly kept: KeptPaper;
  readonly name: string;
  readonly fix: string | undefined;
  readonly onChange: (kind: Way) => void;
}) {
  const [way, title] =
    kept.kind === 'resident-identity' ? (['resident-identity', '身份证'] as const) : (['other', OTHER_PAPER_NAMES[kept.kind]] as const);
  return (
    <>
      <Head title={`${name}的证件，记下了`} lead="号码存好了。这部手机里只留最后两位，别人拿到也看不到。" />
      <Card list>
        <Row icon="person" title={title} under={`号码最后两位 ${kept.ending}`} />
      </Card>
      {fix ? (
        <View className="gap">
          <Note tone="attention">{fix}</Note>
        </View>
      ) : null}
      <View className="gap">
        <Button kind="quiet" onTap={() => onChange(way)}>
          重新填一个
        </Button>
      </View>
    </>
  );
}
