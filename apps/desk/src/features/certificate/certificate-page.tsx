import { type CaseFile, type CertificateView, staffApi } from '@assist/contracts';
import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Citations } from '../../components/citations.tsx';
import { PaperActs } from '../../components/letter-paper.tsx';
import { Opened } from '../../components/opened.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { PaperFields } from '../../components/paper-fields.tsx';
import { ProblemBox } from '../../components/problem-note.tsx';
import { call } from '../../platform/api.ts';
import { civilDayOf } from '../../platform/dates.ts';
import { useMayAct } from '../../platform/session.tsx';
import { useOne } from '../../platform/use-one.ts';
import { type CertificateForm, EMPTY_FORM, formProblems, holders, seenOf } from './certificate-form.ts';
import { CertificatePaper } from './certificate-paper.tsx';
import { usePrintCertificate } from './use-print.ts';

/** Who stands at the counter, and how the clerk knows: their card in her hand, or the code that was given for it. */
function Ask({ file, onMade }: { readonly file: CaseFile; readonly onMade: (made: CertificateView) => void }) {
  const [form, setForm] = useState<CertificateForm>(EMPTY_FORM);
  const [asked, setAsked] = useState(false);
  const printing = usePrintCertificate(file.caseId);
  const today = civilDayOf(Date.now());
  const problems = asked ? formProblems(form, today) : {};
  const change = (part: Partial<CertificateForm>): void => setForm((f) => ({ ...f, ...part }));
  const send = async (): Promise<void> => {
    setAsked(true);
    if (!form.memberId || Object.keys(formProblems(form, today)).length) return;
    const made = await printing.run(form.memberId, seenOf(form));
    if (made) onMade(made);
  };
  return (
    <form
      className="card form"
      autoComplete="off"
      onSubmit={(e) => {
        e.preventDefault();
        void send();
      }}
    >
      <label htmlFor="certificate-who">给哪一位开</label>
      <Select
        id="certificate-who"
        {...(form.memberId && { value: form.memberId })}
        options={holders(file).map((one) => ({ value: one.memberId, label: one.name }))}
        onChange={(memberId) => change({ memberId })}
        aria-describedby="certificate-who-note"
      />
      <p className="field-note" id="certificate-who-note">
        {problems.memberId}
      </p>
      <Radio.Group
        aria-label="怎么知道是本人"
        value={form.way}
        onChange={(e) => change({ way: e.target.value as CertificateForm['way'] })}
        options={[
          { value: 'paper', label: '看证件原件' },
          { value: 'code', label: '凭他的核身码' },
        ]}
      />
      {form.way === 'paper' ? (
        <PaperFields id="certificate" value={form} problems={problems} onChange={change} />
      ) : (
        <>
          <label htmlFor="certificate-code">核身码</label>
          <Input
            id="certificate-code"
            className="nums"
            value={form.code}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            aria-describedby="certificate-code-note"
            onChange={(e) => change({ code: e.target.value })}
          />
          <p className="field-note" id="certificate-code-note">
            {problems.code}
          </p>
        </>
      )}
      {printing.problem && <ProblemBox problem={printing.problem} kept="写的还在" again={send} />}
      <Button type="primary" size="large" htmlType="submit" loading={printing.busy}>
        {printing.busy ? '正在开' : '开这张证明'}
      </Button>
      <p className="sub">和他在手机上开的一样：别人凭码核得到，他随时能收回。开了会留痕，见过面算一次认证，钱和待遇不变。</p>
    </form>
  );
}

function Counter({ file }: { readonly file: CaseFile }) {
  const mayAct = useMayAct();
  const [made, setMade] = useState<CertificateView>();
  const back = (
    <Link className="link" to={`/register/${file.caseId}`}>
      回一户一档
    </Link>
  );
  if (made)
    return (
      <main className="work">
        <PaperActs>{back} </PaperActs>
        <CertificatePaper certificate={made} />
        <p className="paper__acts sub">离开这一页就看不到了；要再印，再开一张。</p>
        <div className="paper__acts">
          <Citations clauses={made.sentence.clauses} />
        </div>
      </main>
    );
  return (
    <main className="work work--narrow">
      <div className="work__head">
        <h1>开救助证明</h1>
        <p className="summary">
          {file.members[0]?.name}一家，{file.registerNumber}。{back}
        </p>
      </div>
      {!mayAct ? (
        <p className="card empty">这一页是办事的人用的。</p>
      ) : holders(file).length === 0 ? (
        <p className="card empty">这一家现在没有正在领的，开不了证明。</p>
      ) : (
        <Ask file={file} onMade={setMade} />
      )}
    </main>
  );
}

/** 救助证明 at the counter, for somebody without a phone or without the mini-program. */
export function CertificatePage() {
  usePageTitle('开救助证明');
  const { caseId = '' } = useParams();
  const one = useOne(['case-file', caseId], () => call(staffApi.caseFile, { params: { caseId } }));
  return (
    <Opened one={one} what="一户一档" back={`/register/${caseId}`}>
      {(file) => <Counter key={caseId} file={file} />}
    </Opened>
  );
}
