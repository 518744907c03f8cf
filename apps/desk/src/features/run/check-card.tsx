import { type CheckQuestionView, type CheckView, type RunBeside, wordsOf } from '@assist/contracts';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { ProblemBox } from '../../components/problem-note.tsx';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { civilDayOf } from '../../platform/dates.ts';
import { useAnswerDispute, useAuthorise } from './use-beside.ts';

const NOT_ASKED = { 'no-number': '没有证件号，没有问', withdrawn: '本人收回了授权，没有问', ended: '这一步已由人办完，没有再问' } as const;

function answerWords(one: CheckQuestionView): string {
  if (one.state === 'answered') return one.answer?.lines.length ? one.answer.lines.join('；') : '没有登记';
  if (one.state === 'silent') return '没有回音；没有回音不说明什么，写明怎么核实';
  if (one.state === 'not-asked') return one.why ? wordsOf(NOT_ASKED, one.why, '没有问') : '没有问';
  return '问了，还没回';
}

function Person({
  check,
  person,
  onDispute,
}: {
  readonly check: CheckView;
  readonly person: CheckView['people'][number];
  readonly onDispute?: ((id: string) => void) | undefined;
}) {
  const own = check.questions.filter((one) => one.memberId === person.memberId);
  return (
    <div className="beside__side">
      <small>
        {person.name}：{person.authorisedOn ? `${person.authorisedOn} 签了授权` : person.child ? '未成年，不查' : '没签授权，一样也没有查'}
      </small>
      {own.map((one) => (
        <div key={one.questionId}>
          <p>
            {one.item.title}（{one.source}）：{answerWords(one)}
            {one.contradicts && <b>　和另一个来源说的不一样</b>}
          </p>
          {one.answer && <p className="sub nums">{one.answer.on} 的</p>}
          {one.disputes.map((dispute) => (
            <div key={dispute.disputeId}>
              <p>本人说不对：{dispute.words}</p>
              {dispute.answer ? (
                <p className="sub">核实过：{dispute.answer.words}</p>
              ) : (
                onDispute && (
                  <Button size="small" type="primary" onClick={() => onDispute(dispute.disputeId)}>
                    核实了，写回复
                  </Button>
                )
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** What was asked of whom on whose signature, and what came, with its day. None of it is a reason by itself: the officer writes their own. */
export function CheckCard({ runId, beside, mayAct }: { readonly runId: string; readonly beside: RunBeside; readonly mayAct: boolean }) {
  const [dispute, setDispute] = useState<string | null>(null);
  const [paper, setPaper] = useState<{ memberId: string; name: string } | null>(null);
  const [signedOn, setSignedOn] = useState(civilDayOf(Date.now()) as string);
  const answering = useAnswerDispute(runId);
  const authorising = useAuthorise(runId);
  if (!beside.checks.length && !beside.unsigned.length) return null;
  return (
    <section className="card" aria-label="核对">
      <h2>核对</h2>
      <p className="sub">查来的不是理由：要不要紧，由您看了写自己的依据。</p>
      {beside.checks.map((check) => (
        <div key={check.checkId}>
          <p className="sub nums">
            {check.askedOn} 提请
            {check.ended ? `，${check.ended.on} ${check.ended.how === 'answered' ? '都回了' : '由人办完'}` : '，还在问'}
          </p>
          {check.people.map((person) => (
            <Person key={person.memberId} check={check} person={person} onDispute={mayAct ? setDispute : undefined} />
          ))}
        </div>
      ))}
      {mayAct &&
        beside.unsigned.map((one) => (
          <p key={one.memberId}>
            {one.name} 没签授权，不会去查。
            <Button size="small" onClick={() => setPaper(one)}>
              看到了 {one.name} 纸上签的
            </Button>
          </p>
        ))}
      {dispute && (
        <WordsDialog
          title="核实了，写回复"
          label="怎么核实、结果怎样（本人看得到）"
          missing="写明怎么核实、结果怎样"
          ok="写好了"
          max={1000}
          busy={answering.busy}
          problem={answering.problem}
          onSend={async (words) => {
            if (await answering.run(dispute, words)) setDispute(null);
          }}
          onClose={() => setDispute(null)}
        />
      )}
      {paper && (
        <Modal
          open
          title={`${paper.name} 纸上签的授权`}
          okText="看到了"
          cancelText="再看看"
          confirmLoading={authorising.busy}
          onCancel={() => setPaper(null)}
          onOk={async () => {
            if (await authorising.run(paper.memberId, signedOn)) setPaper(null);
          }}
          destroyOnHidden
        >
          <label htmlFor="signed-on">哪天签的</label>
          <Input id="signed-on" type="date" value={signedOn} onChange={(e) => setSignedOn(e.target.value)} />
          {authorising.problem && <ProblemBox problem={authorising.problem} />}
        </Modal>
      )}
    </section>
  );
}
