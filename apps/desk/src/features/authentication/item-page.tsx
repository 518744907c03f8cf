import './authentication.css';
import { type AuthenticationItem, wordsOf } from '@assist/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Citations } from '../../components/citations.tsx';
import { ClaimCard } from '../../components/claim-card.tsx';
import { DueBadge } from '../../components/due-badge.tsx';
import { Opened } from '../../components/opened.tsx';
import { OpenedHeader } from '../../components/opened-header.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { Trail } from '../../components/trail.tsx';
import { HALF_WORDS, PLACE_WORDS } from '../../components/visit-words.ts';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { civilDayOf, dayText } from '../../platform/dates.ts';
import { ArrangeDialog } from './arrange-dialog.tsx';
import { EvidenceView } from './evidence-view.tsx';
import { LookedDialog } from './looked-dialog.tsx';
import { useItem, useSettleSignal } from './use-item.ts';
import { VisitedDialog } from './visited-dialog.tsx';
import { VISIT_STATE_WORDS } from './words.ts';

type Dialog = 'arrange' | 'visited' | 'looked' | 'settle';

function SettleDialog({ one, onClose }: { readonly one: AuthenticationItem; readonly onClose: () => void }) {
  const settle = useSettleSignal(one);
  return (
    <WordsDialog
      title="看过了"
      label="怎么回事"
      missing="写一句怎么回事。"
      ok="写明了"
      max={500}
      busy={settle.busy}
      problem={settle.problem}
      onSend={async (note) => {
        if (await settle.run(note)) onClose();
      }}
      onClose={onClose}
    >
      <p>只是提个醒，谁的认证都没有被拦下，待遇也不变。</p>
    </WordsDialog>
  );
}

function Item({ one, refetch }: { readonly one: AuthenticationItem; readonly refetch: () => void }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { item, who, visit, evidence, signal } = one;
  const today = civilDayOf(Date.now());
  const acts: readonly (readonly [Dialog, string])[] = [
    ...(visit
      ? ([
          ['visited', '记下去过'],
          ['arrange', visit.day ? '改日子' : '约哪天'],
        ] as const)
      : []),
    ...(evidence ? ([['looked', '看过了，写明']] as const) : []),
    ...(signal ? ([['settle', '写明怎么回事']] as const) : []),
  ];
  return (
    <main className="work work--case">
      <OpenedHeader title={who.name} back="/queue/authentications" pills={[item.about ?? '']} number={item.number || undefined}>
        {who.caseId && (
          <Link className="link" to={`/register/${who.caseId}`}>
            看一户一档
          </Link>
        )}
      </OpenedHeader>
      <div className="columns columns--two">
        <section className="card facts" aria-label="这一件">
          <div className="card__h">
            <h2>{item.about}</h2>
          </div>
          <p className="assured">没认证不是减、停的理由。这里只有约、去、看、写明。</p>
          <dl className="told">
            {who.maskedNumber && (
              <div>
                <dt>证件号</dt>
                <dd className="nums">{who.maskedNumber}</dd>
              </div>
            )}
            {(visit?.phone ?? who.maskedPhone) && (
              <div>
                <dt>电话</dt>
                <dd className="nums">{visit?.phone ?? who.maskedPhone}</dd>
              </div>
            )}
            {visit && (
              <>
                <div>
                  <dt>约的</dt>
                  <dd>
                    {wordsOf(VISIT_STATE_WORDS, visit.state, '新的一种，请刷新这一页')}，
                    {wordsOf(PLACE_WORDS, visit.where, '新的一种，请刷新这一页')}
                    {visit.day && `，${dayText(visit.day, today)}${visit.half ? wordsOf(HALF_WORDS, visit.half, '') : ''}`}
                  </dd>
                </div>
                {visit.visitors.length > 0 && (
                  <div>
                    <dt>谁去</dt>
                    <dd>{visit.visitors.join('、')}</dd>
                  </div>
                )}
                {visit.code && (
                  <div>
                    <dt>验真码</dt>
                    <dd className="nums">{visit.code}</dd>
                  </div>
                )}
                {visit.address && (
                  <div>
                    <dt>住处</dt>
                    <dd>{visit.address}</dd>
                  </div>
                )}
                {visit.note && (
                  <div>
                    <dt>要照顾的</dt>
                    <dd>{visit.note}</dd>
                  </div>
                )}
              </>
            )}
            {signal && (
              <div>
                <dt>看到的</dt>
                <dd>{signal.sentence}</dd>
              </div>
            )}
          </dl>
          {evidence && <EvidenceView evidence={evidence} />}
          <Citations clauses={one.sources} />
        </section>
        <aside className="cside">
          <section className="card clock" aria-label="期限">
            <DueBadge left={item.step.left} provisional={item.step.due.provisional} />
            <p className="sub">{item.step.title}</p>
          </section>
          <ClaimCard title="下一步" item={item} ended={item.state === 'done'} onClaimed={refetch}>
            {acts.map(([id, text], i) => (
              <Button key={id} block className="act" type={i === 0 ? 'primary' : 'default'} onClick={() => setDialog(id)}>
                {text}
              </Button>
            ))}
          </ClaimCard>
          <Trail title="怎么联系过" lines={one.tries.map((t) => ({ at: t.at, who: t.channel, what: t.outcome }))} />
        </aside>
      </div>
      {dialog === 'arrange' && <ArrangeDialog one={one} onClose={() => setDialog(null)} />}
      {dialog === 'visited' && <VisitedDialog one={one} onClose={() => setDialog(null)} />}
      {dialog === 'looked' && <LookedDialog one={one} onClose={() => setDialog(null)} />}
      {dialog === 'settle' && <SettleDialog one={one} onClose={() => setDialog(null)} />}
    </main>
  );
}

/** One item of the authentication lane: a visit to make, a video to look at, or something odd to look at. */
export function AuthenticationItemPage() {
  usePageTitle('资格认证');
  const { workItemId = '' } = useParams();
  const one = useItem(workItemId);
  return (
    <Opened one={one} what="这一件" back="/queue/authentications">
      {(data) => <Item key={workItemId} one={data} refetch={() => void one.refetch()} />}
    </Opened>
  );
}
