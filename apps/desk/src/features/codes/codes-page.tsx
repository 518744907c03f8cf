import './codes.css';
import { staffApi } from '@assist/contracts';
import { Button, Checkbox, Input } from 'antd';
import { useCallback, useState } from 'react';
import { usePageTitle } from '../../components/page-title.ts';
import { PaperFields } from '../../components/paper-fields.tsx';
import { paperOf } from '../../components/paper-on-hand.ts';
import { ProblemBox } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { TiesCard } from '../../components/ties-card.tsx';
import { call } from '../../platform/api.ts';
import { civilDayOf } from '../../platform/dates.ts';
import { useCommand } from '../../platform/use-command.ts';
import { AssistantsCard } from './assistants-card.tsx';
import { type CodeForm, codeFormProblems, EMPTY_CODE_FORM } from './code-form.ts';
import { CodeSlip } from './code-slip.tsx';

/** After seeing the card and the person: a code that is used once. It is shown once and kept nowhere on this computer. */
export function CodesPage() {
  usePageTitle('给核身码');
  const [form, setForm] = useState<CodeForm>(EMPTY_CODE_FORM);
  const [asked, setAsked] = useState(false);
  const [issued, setIssued] = useState<{ code: string; expiresAt: string; assistant: boolean } | null>(null);
  const issue = useCommand(
    useCallback(
      (key: string, f: CodeForm) =>
        call(staffApi.issueVerificationCode, {
          body: { name: f.name.trim(), paper: paperOf(f), sawPaper: true, ...(f.assistant && { assistant: true as const }) },
          key,
        }),
      [],
    ),
  );
  const problems = asked ? codeFormProblems(form, civilDayOf(Date.now())) : {};
  const change = (part: Partial<CodeForm>): void => setForm((f) => ({ ...f, ...part }));
  const send = async (): Promise<void> => {
    setAsked(true);
    if (Object.keys(codeFormProblems(form, civilDayOf(Date.now()))).length) return;
    const got = await issue.run(form);
    if (!got) return;
    setIssued({ ...got, assistant: form.assistant });
    setForm(EMPTY_CODE_FORM);
    setAsked(false);
  };
  return (
    <Shell>
      <main className="work work--narrow">
        <div className="work__head">
          <h1>给核身码</h1>
          <p className="summary">看过证件和本人，给一个只能用一次的码</p>
        </div>
        {issued ? (
          <CodeSlip {...issued} onDone={() => setIssued(null)} />
        ) : (
          <form
            className="card form"
            autoComplete="off"
            onSubmit={(e) => {
              e.preventDefault();
              void send();
            }}
          >
            <label htmlFor="code-name">姓名，照证件写</label>
            <Input
              id="code-name"
              value={form.name}
              maxLength={50}
              autoComplete="off"
              aria-describedby="code-name-note"
              {...(problems.name && { status: 'error' as const })}
              onChange={(e) => change({ name: e.target.value })}
            />
            <p className="field-note" id="code-name-note">
              {problems.name}
            </p>
            <PaperFields id="code" value={form} problems={problems} onChange={change} />
            <Checkbox checked={form.assistant} onChange={(e) => change({ assistant: e.target.checked })}>
              他是村社协理员，或者是窗口的手机：要帮很多人认证
            </Checkbox>
            {issue.problem && <ProblemBox problem={issue.problem} kept="写的还在" again={send} />}
            <Button type="primary" size="large" htmlType="submit" loading={issue.busy}>
              {issue.busy ? '正在送' : '给码'}
            </Button>
            <p className="sub">码给本人，他在小程序里写上，就能看到自己的申请。没有这个码，也照样能申请、能办，钱和待遇不变。</p>
          </form>
        )}
        <AssistantsCard />
        <TiesCard title="协理员入户用的手机" />
      </main>
    </Shell>
  );
}
