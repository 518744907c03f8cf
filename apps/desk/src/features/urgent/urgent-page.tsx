import './urgent.css';
import type { UrgentItem } from '@assist/contracts';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Citations } from '../../components/citations.tsx';
import { ClaimCard } from '../../components/claim-card.tsx';
import { Opened } from '../../components/opened.tsx';
import { OpenedHeader } from '../../components/opened-header.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Trail } from '../../components/trail.tsx';
import { minutesText } from '../../components/urgent-bar.tsx';
import { fullMomentText } from '../../platform/dates.ts';
import { useStaff } from '../../platform/session.tsx';
import { useKeys } from '../../platform/use-keys.ts';
import { EndDialog, TryDialog } from './dialogs.tsx';
import { TieCard } from './tie-card.tsx';
import { useSound, useUrgentCall } from './use-urgent.ts';
import { END_WORDS, OUTCOME_WORDS, SAFE_WORDS } from './words.ts';

type Dialog = 'try' | 'end';

function Sound({ one }: { readonly one: UrgentItem }) {
  const [wanted, setWanted] = useState(false);
  const player = useRef<HTMLAudioElement>(null);
  const sound = useSound(one.row.callId, wanted);
  useKeys('urgent', {
    'play-sound': () => {
      if (!wanted) setWanted(true);
      else if (player.current?.paused) void player.current.play();
      else player.current?.pause();
    },
  });
  if (one.sound === 'none') return null;
  if (one.sound === 'awaited') return <p className="sub">录音 {one.row.soundSeconds} 秒，还没有送到。先回电话。</p>;
  if (sound.error) return <ProblemNote error={sound.error} again={() => void sound.refetch()} />;
  if (sound.data)
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody wrote down what is said; that is what the listening is for
      <audio ref={player} className="urgent-sound" controls autoPlay src={sound.data} aria-label="求助的录音" />
    );
  return (
    <Button loading={wanted} onClick={() => setWanted(true)}>
      听录音（{one.row.soundSeconds} 秒）
    </Button>
  );
}

function Told({ one }: { readonly one: UrgentItem }) {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['电话', one.phone ?? '没有留，去说的地方找'],
    ['称呼', one.name],
    ['说的', one.what],
    ['在哪里', one.row.place],
    ['安全吗', one.row.safe && SAFE_WORDS[one.row.safe]],
    ['手机定位', one.position && `北纬 ${one.position.latitude}，东经 ${one.position.longitude}`],
    ['送到', fullMomentText(one.row.receivedAt)],
  ];
  return (
    <section className="card facts" aria-label="求助">
      <div className="card__h">
        <h2>{one.row.about}</h2>
      </div>
      <dl className="told">
        {lines.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <div className="card--pad">
        <Sound one={one} />
      </div>
      {one.handedOn && (
        <p className="assured">
          {fullMomentText(one.handedOn.at)} 转给{one.handedOn.to}：{one.handedOn.reason}。镇街接着办。
        </p>
      )}
    </section>
  );
}

function Acts({ one, open }: { readonly one: UrgentItem; readonly open: (dialog: Dialog) => void }) {
  return (
    <>
      <Button block type="primary" className="act" onClick={() => open('try')}>
        记下打过一次 <kbd>B</kbd>
      </Button>
      <Button block className="act" onClick={() => open('end')} disabled={one.may.ends.length === 0}>
        写下结果 <kbd>D</kbd>
      </Button>
    </>
  );
}

function Call({ one, refetch }: { readonly one: UrgentItem; readonly refetch: () => void }) {
  const staff = useStaff();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const mine = one.may.act && (!one.item || one.item.claimedBy?.staffId === staff.staffId);
  const back = staff.role === 'confirmer' ? '/runs' : '/queue/applications';
  useKeys('urgent', { ...(mine && { 'record-try': () => setDialog('try'), 'end-urgent': () => setDialog('end') }) });
  useKeys('case', { 'back-to-queue': () => void navigate(back) });
  return (
    <main className="work work--case">
      <OpenedHeader title={one.name ?? '没有留名字'} back={back} pills={['急事求助', one.row.office]} number={one.row.number} />
      <div className="columns columns--two">
        <Told one={one} />
        <aside className="cside">
          <section className="card clock" aria-label="期限">
            <p className="urgent-clock nums">{one.end ? END_WORDS[one.end.how] : minutesText(one.row)}</p>
            <p className="sub">{one.end ? one.end.words : one.callBack.sentence}</p>
            <Citations clauses={one.callBack.clauses} />
            {one.end?.runId && (
              <Link className="btn-link" to={`/runs/${one.end.runId}`}>
                打开小额先救助
              </Link>
            )}
          </section>
          {one.item ? (
            <ClaimCard title="下一步" item={one.item} ended={one.end !== undefined} onClaimed={refetch}>
              <Acts one={one} open={setDialog} />
            </ClaimCard>
          ) : (
            one.may.act && (
              <section className="card acts" aria-label="下一步">
                <h2>区县值班</h2>
                <Acts one={one} open={setDialog} />
              </section>
            )
          )}
          {one.end && (staff.role === 'handler' || staff.role === 'supervisor') && <TieCard one={one} />}
          <Trail
            title="怎么联系过"
            lines={one.tries.map((t) => ({ at: t.at, who: t.who, what: `${OUTCOME_WORDS[t.outcome]}${t.note ? `：${t.note}` : ''}` }))}
          />
        </aside>
      </div>
      {dialog === 'try' && <TryDialog one={one} onClose={() => setDialog(null)} />}
      {dialog === 'end' && <EndDialog one={one} onClose={() => setDialog(null)} />}
    </main>
  );
}

/** One call for help: what was said, where, the hour in minutes, every try, and what became of it. */
export function UrgentPage() {
  usePageTitle('急事求助');
  const { callId = '' } = useParams();
  const one = useUrgentCall(callId);
  return (
    <Opened one={one} what="这件急事" back="/">
      {(data) => <Call key={callId} one={data} refetch={() => void one.refetch()} />}
    </Opened>
  );
}
