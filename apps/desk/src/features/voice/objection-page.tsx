import type { ObjectionCase } from '@assist/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ClaimCard } from '../../components/claim-card.tsx';
import { DueBadge } from '../../components/due-badge.tsx';
import { Opened } from '../../components/opened.tsx';
import { OpenedHeader } from '../../components/opened-header.tsx';
import { OwnWords } from '../../components/own-words.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { civilDayOf, dayText, momentText } from '../../platform/dates.ts';
import { Holds, Notes, TellerLine } from './parts.tsx';
import { useAnswerObjection, useNoteOnObjection, useObjection } from './use-voice.ts';

type Dialog = 'note' | 'answer';

function NoteDialog({ one, onClose }: { readonly one: ObjectionCase; readonly onClose: () => void }) {
  const note = useNoteOnObjection(one.objectionId);
  return (
    <WordsDialog
      title="记一笔核实"
      label="去哪看的、问了谁、查到什么"
      missing="写一句查了什么。"
      ok="记下"
      max={2000}
      busy={note.busy}
      problem={note.problem}
      onSend={async (words) => {
        if (await note.run(words)) onClose();
      }}
      onClose={onClose}
    >
      <p>只加不改。这一家看不到。</p>
    </WordsDialog>
  );
}

function AnswerDialog({ one, onClose }: { readonly one: ObjectionCase; readonly onClose: () => void }) {
  const answer = useAnswerObjection(one);
  return (
    <WordsDialog
      title="写回复"
      label="怎么核实的、结果怎样"
      missing="写明怎么核实、结果怎样。"
      ok="回复"
      max={2000}
      busy={answer.busy}
      problem={answer.problem}
      onSend={async (words) => {
        if (await answer.run(words)) onClose();
      }}
      onClose={onClose}
    >
      <p>提的人看得到这几句。别写这一家的病、收入、孩子。</p>
    </WordsDialog>
  );
}

function Objection({ one, refetch }: { readonly one: ObjectionCase; readonly refetch: () => void }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const today = civilDayOf(Date.now());
  const { about, item } = one;
  return (
    <main className="work work--case">
      <OpenedHeader
        title={`${about.name}，${about.members} 人`}
        back="/queue/objections"
        pills={[about.title, one.from === 'household' ? '这一家自己提的' : '看到公示的人提的']}
        number={one.number}
      >
        <Link className="link" to={`/runs/${one.runId}`}>
          看程序
        </Link>
      </OpenedHeader>
      <div className="columns columns--two">
        <div className="vmain">
          <section className="card facts" aria-label="说了什么">
            <div className="card__h">
              <h2>说了什么</h2>
            </div>
            <OwnWords>{one.words}</OwnWords>
            <dl className="told">
              <div>
                <dt>谁提的</dt>
                <dd>
                  <TellerLine teller={one.teller} />
                </dd>
              </div>
              <div>
                <dt>几时提的</dt>
                <dd className="nums">{momentText(one.at)}</dd>
              </div>
              {one.posting && (
                <div>
                  <dt>公示的</dt>
                  <dd>
                    {one.posting.lines.slice(1).map((line) => (
                      <span key={line} className="sub">
                        {line}
                      </span>
                    ))}
                  </dd>
                </div>
              )}
            </dl>
          </section>
          <Notes notes={one.notes} />
          {one.answer && (
            <section className="card facts" aria-label="回复">
              <div className="card__h">
                <h2>回复，{dayText(one.answer.on, today)}</h2>
                <Link className="link" to={`/objections/${one.objectionId}/letter`}>
                  印回复信
                </Link>
              </div>
              <p className="vanswer">{one.answer.words}</p>
            </section>
          )}
        </div>
        <aside className="cside">
          {item && (
            <section className="card clock" aria-label="期限">
              <DueBadge left={item.step.left} provisional={item.step.due.provisional} />
              <p className="sub">{item.step.title}</p>
            </section>
          )}
          {item && (
            <ClaimCard title="下一步" item={item} ended={one.answer !== undefined} onClaimed={refetch}>
              <Button block className="act" type={one.notes.length ? 'default' : 'primary'} onClick={() => setDialog('note')}>
                记一笔核实
              </Button>
              <Button block className="act" type={one.notes.length ? 'primary' : 'default'} onClick={() => setDialog('answer')}>
                写回复
              </Button>
            </ClaimCard>
          )}
          <Holds title="公示怎么办" sentences={one.effects} />
        </aside>
      </div>
      {dialog === 'note' && <NoteDialog one={one} onClose={() => setDialog(null)} />}
      {dialog === 'answer' && <AnswerDialog one={one} onClose={() => setDialog(null)} />}
    </main>
  );
}

/** An objection: what was said, what was looked into, the answer, and what it means for the notice. */
export function ObjectionPage() {
  usePageTitle('公示异议');
  const { objectionId = '' } = useParams();
  const one = useObjection(objectionId);
  return (
    <Opened one={one} what="这份异议" back="/queue/objections">
      {(data) => <Objection key={objectionId} one={data} refetch={() => void one.refetch()} />}
    </Opened>
  );
}
