import {
  COMPLAINT_ABOUT_NAMES,
  COMPLAINT_FINDING_NAMES,
  COMPLAINT_FINDINGS,
  type ComplaintCase,
  type ComplaintFinding,
} from '@assist/contracts';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Citations } from '../../components/citations.tsx';
import { ClaimCard } from '../../components/claim-card.tsx';
import { DueBadge } from '../../components/due-badge.tsx';
import { Opened } from '../../components/opened.tsx';
import { OpenedHeader } from '../../components/opened-header.tsx';
import { OwnWords } from '../../components/own-words.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { civilDayOf, dayText, momentText } from '../../platform/dates.ts';
import { useStaff } from '../../platform/session.tsx';
import { Holds, Notes, TellerLine } from './parts.tsx';
import { useComplaint, useRecordOnComplaint } from './use-voice.ts';

type Dialog = 'note' | 'answer';

function NoteDialog({ one, onClose }: { readonly one: ComplaintCase; readonly onClose: () => void }) {
  const note = useRecordOnComplaint(one.complaintId);
  return (
    <WordsDialog
      title="记一笔核查"
      label="去哪看的、问了谁、查到什么"
      missing="写一句查了什么。"
      ok="记下"
      max={2000}
      busy={note.busy}
      problem={note.problem}
      onSend={async (words) => {
        if (await note.run({ kind: 'looked-into', words })) onClose();
      }}
      onClose={onClose}
    >
      <p>只加不改。被说的人看不到。</p>
    </WordsDialog>
  );
}

function AnswerDialog({ one, onClose }: { readonly one: ComplaintCase; readonly onClose: () => void }) {
  const [found, setFound] = useState<ComplaintFinding | undefined>();
  const answer = useRecordOnComplaint(one.complaintId);
  return (
    <WordsDialog
      title="写回复，办结"
      label="告诉他的话"
      missing="写明查的结果。"
      ok="回复"
      max={2000}
      busy={answer.busy}
      problem={answer.problem}
      before={found ? undefined : '选查的结果。'}
      onSend={async (words) => {
        if (found && (await answer.run({ kind: 'answered', words, found }))) onClose();
      }}
      onClose={onClose}
    >
      <Radio.Group className="stack" value={found} onChange={(e) => setFound(e.target.value as ComplaintFinding)} aria-label="查的结果">
        {COMPLAINT_FINDINGS.map((id) => (
          <Radio key={id} value={id}>
            {COMPLAINT_FINDING_NAMES[id]}
          </Radio>
        ))}
      </Radio.Group>
      <p>回复本身不减谁的钱；要减要停的，另走程序。</p>
    </WordsDialog>
  );
}

function Complaint({ one, refetch, back }: { readonly one: ComplaintCase; readonly refetch: () => void; readonly back: string }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const today = civilDayOf(Date.now());
  const { item } = one;
  const acts = (
    <>
      <Button block className="act" type={one.missing.length ? 'primary' : 'default'} onClick={() => setDialog('note')}>
        记一笔核查
      </Button>
      <Button
        block
        className="act"
        type={one.missing.length ? 'default' : 'primary'}
        disabled={one.missing.length > 0}
        onClick={() => setDialog('answer')}
      >
        写回复，办结
      </Button>
      {one.missing.map((missing) => (
        <p key={missing.sentence} className="sub">
          还差：{missing.sentence}
          <Citations clauses={missing.clauses} />
        </p>
      ))}
    </>
  );
  return (
    <main className="work work--case">
      <OpenedHeader
        title={COMPLAINT_ABOUT_NAMES[one.about]}
        back={back}
        backTo={one.lookedAtBy === 'district' ? '举报投诉' : '队列'}
        pills={[one.office, one.teller.kind === 'none' ? '没留名' : '留了名']}
        number={one.number}
      />
      <div className="columns columns--two">
        <div className="vmain">
          <section className="card facts" aria-label="说了什么">
            <div className="card__h">
              <h2>说了什么</h2>
            </div>
            <OwnWords>{one.words}</OwnWords>
            <dl className="told">
              {one.whom && (
                <div>
                  <dt>说的是谁</dt>
                  <dd>{one.whom}</dd>
                </div>
              )}
              <div>
                <dt>谁说的</dt>
                <dd>
                  <TellerLine teller={one.teller} />
                </dd>
              </div>
              <div>
                <dt>几时说的</dt>
                <dd className="nums">{momentText(one.at)}</dd>
              </div>
            </dl>
          </section>
          <Notes notes={one.notes} />
          {one.answer && (
            <section className="card facts" aria-label="回复">
              <div className="card__h">
                <h2>
                  {COMPLAINT_FINDING_NAMES[one.answer.found]}，{dayText(one.answer.on, today)} 回复
                </h2>
                <Link className="link" to={`/complaints/${one.complaintId}/letter`}>
                  印回复信
                </Link>
              </div>
              <p className="vanswer">{one.answer.words}</p>
            </section>
          )}
        </div>
        <aside className="cside">
          {item ? (
            <>
              <section className="card clock" aria-label="期限">
                <DueBadge left={item.step.left} provisional={item.step.due.provisional} />
                <p className="sub">{item.step.title}</p>
              </section>
              <ClaimCard title="下一步" item={item} ended={one.state === 'answered'} onClaimed={refetch}>
                {acts}
              </ClaimCard>
            </>
          ) : (
            <District answered={one.state === 'answered'}>{acts}</District>
          )}
          <Holds title="这一道的规矩" sentences={one.rules} />
        </aside>
      </div>
      {dialog === 'note' && <NoteDialog one={one} onClose={() => setDialog(null)} />}
      {dialog === 'answer' && <AnswerDialog one={one} onClose={() => setDialog(null)} />}
    </main>
  );
}

/** At the district's bureau nothing is claimed: it is few people's, and the township's none. */
function District({ answered, children }: { readonly answered: boolean; readonly children: React.ReactNode }) {
  const mayAct = useStaff().role === 'confirmer';
  return (
    <section className="card acts" aria-label="下一步">
      <h2>下一步</h2>
      <p className="acts__who">{answered ? '办完了' : '由区里查'}</p>
      {mayAct && !answered && children}
    </section>
  );
}

/** A report or complaint: what was said, what was looked into, the answer. */
export function ComplaintPage() {
  usePageTitle('举报投诉');
  const { complaintId = '' } = useParams();
  const one = useComplaint(complaintId);
  const back = useStaff().role === 'confirmer' ? '/complaints' : '/queue/complaints';
  return (
    <Opened one={one} what="这份举报" back={back}>
      {(data) => <Complaint key={complaintId} one={data} back={back} refetch={() => void one.refetch()} />}
    </Opened>
  );
}
