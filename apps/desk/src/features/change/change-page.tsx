import './change.css';
import { CHANGE_STATE_NAMES, type ChangeCase, wordsOf } from '@assist/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ClaimCard } from '../../components/claim-card.tsx';
import { DueBadge } from '../../components/due-badge.tsx';
import { Icon } from '../../components/icon.tsx';
import { NotesCard } from '../../components/notes/notes-card.tsx';
import { Opened } from '../../components/opened.tsx';
import { OpenedHeader } from '../../components/opened-header.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { PhotoViewer } from '../../components/photos/photo-viewer.tsx';
import { ProblemBox } from '../../components/problem-note.tsx';
import { Trail } from '../../components/trail.tsx';
import { momentText } from '../../platform/dates.ts';
import { useMayAct } from '../../platform/session.tsx';
import { useKeys } from '../../platform/use-keys.ts';
import { BeginCard } from './begin-card.tsx';
import { BesideCard } from './beside-card.tsx';
import { OpinionDialog } from './opinion-dialog.tsx';
import { ResidentDrawer } from './resident-drawer.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import { photoName, ToldCard } from './told-card.tsx';
import { useChange, useMarkOpened } from './use-change.ts';

function Change({ one, refetch }: { readonly one: ChangeCase; readonly refetch: () => void }) {
  const [dialog, setDialog] = useState<'opinion' | 'settle' | null>(null);
  const [photo, setPhoto] = useState<string | null>(null);
  const [resident, setResident] = useState(false);
  const navigate = useNavigate();
  useKeys('case', { 'back-to-queue': () => void navigate('/queue/changes'), 'resident-view': () => setResident(true) });
  const opened = useMarkOpened(one);
  const mayAct = useMayAct();
  const { item, change } = one;
  const may = (id: 'settle' | 'opinion') => one.actions.find((a) => a.id === id);
  return (
    <main className="work work--case">
      <OpenedHeader
        title={`${item.applicantName}家的变化`}
        back="/queue/changes"
        pills={[wordsOf(CHANGE_STATE_NAMES, change.state, '新的一种，请刷新这一页'), ...change.receipt.told]}
        number={change.receipt.number}
      >
        <Button size="small" icon={<Icon name="eye" size={17} />} onClick={() => setResident(true)}>
          居民看到的
        </Button>
        {one.caseFile && (
          <Link className="link" to={`/register/${one.caseFile.caseId}`}>
            看一户一档
          </Link>
        )}
      </OpenedHeader>
      {resident && <ResidentDrawer change={change} onClose={() => setResident(false)} />}
      {opened.problem && <ProblemBox problem={opened.problem} again={refetch} kept="“打开看过”还没记上，居民那边还看不到" />}
      {one.contradicts.map((c) => (
        <p key={c.changeId} className="contradicts">
          <Link to={`/changes/${c.changeId}`}>{c.number}</Link>：{c.sentence}
        </p>
      ))}
      <div className="columns">
        <ToldCard one={one} onPhoto={setPhoto} />
        <BesideCard one={one} />
        <aside className="cside">
          <section className="card clock" aria-label="期限">
            <DueBadge left={item.step.left} provisional={item.step.due.provisional} />
            <p className="sub">{item.step.title}</p>
          </section>
          <ClaimCard
            title={change.state === 'settled' ? '办结了' : '下一步'}
            item={item}
            ended={change.state === 'settled'}
            onClaimed={refetch}
          >
            {one.actions.map((a) => (
              <div key={a.id} className="act">
                <Button type={a.id === 'opinion' ? 'primary' : 'default'} block disabled={!a.possible} onClick={() => setDialog(a.id)}>
                  {a.id === 'opinion' ? '写初步意见' : '不涉及钱，办结'}
                </Button>
                <p className="sub">{a.sentence}</p>
              </div>
            ))}
          </ClaimCard>
          {change.opinion && (
            <section className="card" aria-label="初步意见">
              <h2>初步意见</h2>
              <p>{change.opinion.sentence.sentence}</p>
              <p className="sub">{momentText(change.opinion.at)} 记下，钱没有变</p>
            </section>
          )}
          {mayAct && <BeginCard one={one} />}
          <NotesCard about="change" id={change.receipt.changeId} />
          <Trail title="留痕" lines={one.audit} />
        </aside>
      </div>
      {dialog === 'opinion' && may('opinion')?.possible && <OpinionDialog one={one} onClose={() => setDialog(null)} />}
      {dialog === 'settle' && may('settle')?.possible && <SettleDialog one={one} onClose={() => setDialog(null)} />}
      {photo && (
        <PhotoViewer
          photos={one.files.map((f) => ({ fileId: f.fileId, name: photoName(one, f) }))}
          first={photo}
          onClose={() => setPhoto(null)}
        />
      )}
    </main>
  );
}

/** One change notice: what was told, what it is likely to do, before and after beside each other, and what may be done. */
export function ChangePage() {
  usePageTitle('变化');
  const { changeId = '' } = useParams();
  const one = useChange(changeId);
  return (
    <Opened one={one} what="这次变化" back="/queue/changes">
      {(data) => <Change key={changeId} one={data} refetch={() => void one.refetch()} />}
    </Opened>
  );
}
