import { type AccountView, OTHER_PAPER_NAMES, OTHER_PAPERS, type Problem, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { application } from '@/application/application';
import { Button } from '@/components/button';
import { Segments } from '@/components/choice';
import { Pick } from '@/components/entry';
import { EntryBox } from '@/components/entry-box';
import { Field } from '@/components/field';
import { Note } from '@/components/note';
import { Head } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { TextField } from '@/components/text-field';
import { account as accountStore } from '@/platform/account';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { type IdentityProblems, NO_PAPER_TYPED, type PaperKind, readPaper } from './paper';

const KINDS: readonly { readonly value: PaperKind; readonly title: string }[] = [
  { value: 'resident-identity', title: '身份证' },
  { value: 'other', title: '别的证件' },
  { value: 'none-yet', title: '还没有' },
];

/** What a person says about themselves. It proves nothing, and says so. */
export function IdentityForm({ account, onDone }: { readonly account?: AccountView; readonly onDone: () => void }) {
  const waiting = application.get()?.claim.waiting();
  const [name, setName] = useState(account?.name ?? waiting?.name ?? '');
  const [typed, setTyped] = useState(NO_PAPER_TYPED);
  const [wrong, setWrong] = useState<IdentityProblems>({});
  const [problem, setProblem] = useState<Problem | undefined>();
  const change = (to: Partial<typeof typed>) => {
    setTyped({ ...typed, ...to });
    setWrong({});
  };
  const changeName = (to: string) => {
    setName(to);
    setWrong({});
  };
  const lookAtNumber = () => {
    if (typed.number === '') return;
    const read = readPaper(typed, today());
    setWrong((now) => ({ ...now, ...('problems' in read ? read.problems : { number: undefined }) }));
  };
  const save = async () => {
    const read = readPaper(typed, today());
    const nameWrong = name.trim() ? {} : { name: '您叫什么名字？' };
    const problems = { ...nameWrong, ...('problems' in read ? read.problems : {}) };
    setWrong(problems);
    if (!('paper' in read) || 'name' in problems) return;
    const claim = application.get()?.claim;
    if (!account && claim) {
      claim.keep({ name: name.trim(), paper: read.paper });
      return onDone();
    }
    const answer = await api(residentApi.claimIdentity, { body: { name: name.trim(), paper: read.paper } });
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    accountStore.set(answer.data);
    onDone();
  };
  const { kind, other, number, reason } = typed;
  return (
    <>
      <Head tight title="您叫什么，证件号是多少" lead="写在申请上用，只给办您这件事的人看。" />
      <TextField label="姓名" value={name} maxLength={50} problem={wrong.name} onChange={changeName} />
      <Field label="用哪种证件">
        <Segments label="用哪种证件" options={KINDS} value={kind} onChange={(k) => change({ kind: k, number: '' })} />
      </Field>
      {kind === 'other' ? (
        <Field label="是哪一种" problem={wrong.other}>
          <EntryBox icon="chevron-down" problem={Boolean(wrong.other)}>
            <Pick
              label="证件种类"
              options={OTHER_PAPERS.map((p) => OTHER_PAPER_NAMES[p])}
              index={other ? OTHER_PAPERS.indexOf(other) : undefined}
              onChange={(i) => change({ other: OTHER_PAPERS[i] })}
            />
          </EntryBox>
        </Field>
      ) : null}
      {kind === 'none-yet' ? (
        <TextField
          label="为什么还没有"
          hint="没有证件也能申请，镇上帮着想办法。"
          value={reason}
          maxLength={200}
          long
          problem={wrong.reason}
          onChange={(v) => change({ reason: v })}
        />
      ) : (
        <TextField
          label={kind === 'resident-identity' ? '身份证号' : '证件号码'}
          keyboard={kind === 'resident-identity' ? 'idcard' : 'words'}
          value={number}
          maxLength={40}
          problem={wrong.number}
          onChange={(v) => change({ number: v })}
          onLeave={lookAtNumber}
        />
      )}
      {problem ? (
        <View className="gap">
          <ProblemNote problem={problem} />
        </View>
      ) : null}
      <View className="gap-l">
        <Button onTap={save} busyText="正在存">
          写好了
        </Button>
      </View>
      <View className="gap">
        <Note tone="plain">先这样用着。有人看过您的证件以后，才能看到以前办的事。</Note>
      </View>
    </>
  );
}
