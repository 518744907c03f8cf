import './register.css';
import '../../components/trail.css';
import { type CaseFile, NOT_KNOWN, wordsOf } from '@assist/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ArchiveDialog } from '../../components/archive-dialog.tsx';
import { Citations } from '../../components/citations.tsx';
import { MetDialog } from '../../components/met-dialog.tsx';
import { MoveDialog } from '../../components/move-dialog.tsx';
import { NotesCard } from '../../components/notes/notes-card.tsx';
import { Opened } from '../../components/opened.tsx';
import { OpenedHeader } from '../../components/opened-header.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { civilDayOf, dayText, momentText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';
import { useMayAct, useStaff } from '../../platform/session.tsx';
import { CounterDialog } from './counter-dialog.tsx';
import { useCaseFile } from './use-register.ts';

const AREA_WORDS = { urban: '按城市', rural: '按农村' } as const;
const RELATION_WORDS: Readonly<Record<string, string>> = {
  self: '户主',
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  grandparent: '祖辈',
  grandchild: '孙辈',
  sibling: '兄弟姐妹',
  'parent-in-law': '公婆、岳父母',
  'child-in-law': '儿媳女婿',
  other: '其他',
};
const STANDING_WORDS: Readonly<Record<CaseFile['members'][number]['authentication']['state'], string>> = {
  [NOT_KNOWN]: '新的一种，请刷新这一页',
  met: '见过了',
  soon: '快满一年了',
  'visit-to-arrange': '该安排上门',
  'not-invited': '不用请',
};

/** 一户一档: who, what is in force, what is due, and the chain of all that happened. */
function File({ file }: { readonly file: CaseFile }) {
  const mayAct = useMayAct();
  const [met, setMet] = useState<CaseFile['members'][number] | null>(null);
  const [telling, setTelling] = useState(false);
  const [exporting, setExporting] = useState(false);
  const [moving, setMoving] = useState(false);
  const staff = useStaff();
  const today = civilDayOf(Date.now());
  const head = file.members[0];
  return (
    <main className="work work--case">
      <OpenedHeader
        title={`${head?.name ?? ''}一家`}
        back="/register"
        backTo="在册家庭"
        pills={[`${file.members.length} 人`, wordsOf(AREA_WORDS, file.area, ''), ...(file.village ? [file.village] : [])]}
        number={file.registerNumber}
      >
        {mayAct && (
          <Button size="small" onClick={() => setTelling(true)}>
            窗口代记变化
          </Button>
        )}
        <Link className="link" to={`/register/${file.caseId}/paper`}>
          大字打印
        </Link>
        {mayAct && file.benefits.length > 0 && (
          <Link className="link" to={`/register/${file.caseId}/certificate`}>
            开救助证明
          </Link>
        )}
        {staff.role === 'supervisor' && (
          <Button size="small" onClick={() => setMoving(true)}>
            搬家了，转镇街
          </Button>
        )}
        {mayAct && (
          <Button size="small" onClick={() => setExporting(true)}>
            导出这一户
          </Button>
        )}
      </OpenedHeader>
      <div className="columns columns--two">
        <section className="card facts" aria-label="一户一档">
          <div className="card__h">
            <h2>现在有的</h2>
          </div>
          <table className="q q--plain">
            <tbody>
              {file.benefits.map((b) => (
                <tr key={`${b.kind}-${b.memberId ?? ''}`}>
                  <td>
                    <b>{b.title}</b>
                    {b.memberId && `，${file.members.find((m) => m.memberId === b.memberId)?.name ?? ''}`}
                  </td>
                  <td className="nums">每月 {yuan(b.amount)}</td>
                  <td className="nums">{dayText(b.since, today)} 起</td>
                </tr>
              ))}
            </tbody>
          </table>
          {file.benefits.length === 0 && <p className="empty">现在没有。</p>}
          {file.taper && (
            <div className="notice">
              <p>{file.taper.sentence.sentence}</p>
              <Citations clauses={file.taper.sentence.clauses} />
            </div>
          )}
          <div className="card__h">
            <h2>家里人</h2>
          </div>
          <table className="q q--plain">
            <thead>
              <tr>
                <th scope="col">谁</th>
                <th scope="col">证件、电话</th>
                <th scope="col">见面</th>
                <th scope="col">
                  <span className="only-reader">登记</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {file.members.map((m) => (
                <tr key={m.memberId}>
                  <td>
                    <b>{m.name}</b>，{RELATION_WORDS[m.relation] ?? m.relation}
                    <span className="sub">{m.claimed ? '本人在手机上核过身份' : '还没有在手机上核身份，认证好了打告知信给他'}</span>
                  </td>
                  <td className="nums">
                    {m.maskedNumber ?? '没有'}
                    <span className="sub">{m.maskedPhone ?? '没有电话'}</span>
                  </td>
                  <td>
                    {STANDING_WORDS[m.authentication.state]}
                    <span className="sub">
                      {m.authentication.counted?.sentence ?? '还没有记录'}
                      {m.authentication.due &&
                        (m.authentication.counted
                          ? `，${dayText(m.authentication.due, today)} 满一年`
                          : `，该见面的日子是 ${dayText(m.authentication.due, today)}`)}
                    </span>
                  </td>
                  <td>
                    {mayAct && (
                      <Button size="small" onClick={() => setMet(m)} aria-label={`登记见过 ${m.name}`}>
                        登记见过
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Citations clauses={file.sources} />
        </section>
        <aside className="cside">
          <section className="card" aria-label="核查">
            <h2>核查</h2>
            {file.lastReview && <p className="sub">上次 {dayText(file.lastReview, today)}</p>}
            {file.nextReview ? (
              <>
                <p>
                  下次 <b>{dayText(file.nextReview.due.date, today)}</b>
                  {file.nextReview.due.provisional && '（暂定）'}
                </p>
                <p>{file.nextReview.sentence.sentence}</p>
                <Citations clauses={file.nextReview.sentence.clauses} />
              </>
            ) : (
              <p className="sub">没有查到多久核查一次的规定。</p>
            )}
          </section>
          <NotesCard about="case" id={file.caseId} />
          <section className="card trail" aria-label="一户一条救助链">
            <h2>一户一条救助链</h2>
            <ol>
              {[...file.events].reverse().map((e, i) => (
                <li key={`${e.at}-${i}`}>
                  <time dateTime={e.at} className="nums">
                    {momentText(e.at)}
                  </time>
                  {e.subjectId && e.kind.startsWith('change') ? <Link to={`/changes/${e.subjectId}`}>{e.sentence}</Link> : e.sentence}
                  {e.subjectId && e.kind === 'authentication-counted' && (
                    <Link className="link trail__more" to={`/letters/${e.subjectId}`}>
                      打告知信
                    </Link>
                  )}
                  <small className="sub">{e.who}</small>
                </li>
              ))}
            </ol>
          </section>
        </aside>
      </div>
      {met && <MetDialog member={{ whom: { caseId: file.caseId, memberId: met.memberId }, name: met.name }} onClose={() => setMet(null)} />}
      {moving && (
        <MoveDialog about="case" id={file.caseId} name={`${head?.name ?? ''}一家`} back="/register" onClose={() => setMoving(false)} />
      )}
      {exporting && (
        <ArchiveDialog
          ask={{ kind: 'household', caseId: file.caseId }}
          title={`导出 ${head?.name ?? ''}一家的档案`}
          onClose={() => setExporting(false)}
        />
      )}
      {telling && <CounterDialog file={file} onClose={() => setTelling(false)} />}
    </main>
  );
}

export function CaseFilePage() {
  usePageTitle('一户一档');
  const { caseId = '' } = useParams();
  const one = useCaseFile(caseId);
  return (
    <Opened one={one} what="一户一档" back="/register">
      {(file) => <File key={caseId} file={file} />}
    </Opened>
  );
}
