import { type RunBeside, wordsOf } from '@assist/contracts';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Citations } from '../../components/citations.tsx';
import { ProblemBox } from '../../components/problem-note.tsx';
import { REFERRAL_STATE_WORDS } from '../../components/referral-words.ts';
import { usePropose } from './use-beside.ts';

/** Where this household was referred to, and one more. The person is asked first, here or in the app. */
export function ReferralsCard({ runId, beside, mayAct }: { readonly runId: string; readonly beside: RunBeside; readonly mayAct: boolean }) {
  const [open, setOpen] = useState(false);
  if (!beside.referrals.length && !mayAct) return null;
  return (
    <section className="card" aria-label="转介">
      <h2>转介</h2>
      {beside.referrals.map((one) => (
        <p key={one.referralId}>
          {one.target.title}
          <span className="sub">
            {wordsOf(REFERRAL_STATE_WORDS, one.state, '新的一种，请刷新这一页')}
            {one.cameBack > 0 && `，回来过 ${one.cameBack} 次`}
          </span>
        </p>
      ))}
      {beside.referrals.length > 0 && (
        <Link className="link" to="/referrals">
          去转介台账
        </Link>
      )}
      {mayAct && (
        <Button size="small" onClick={() => setOpen(true)}>
          转介到别的帮助
        </Button>
      )}
      {open && <ProposeDialog runId={runId} beside={beside} onClose={() => setOpen(false)} />}
    </section>
  );
}

function ProposeDialog({ runId, beside, onClose }: { readonly runId: string; readonly beside: RunBeside; readonly onClose: () => void }) {
  const [target, setTarget] = useState<string>();
  const [why, setWhy] = useState('');
  const [consent, setConsent] = useState('');
  const [asked, setAsked] = useState(false);
  const proposing = usePropose(runId);
  const chosen = beside.targets.find((one) => one.id === target);
  const send = async (): Promise<void> => {
    setAsked(true);
    if (!target || !why.trim()) return;
    if (await proposing.run({ target, why: why.trim(), ...(consent.trim() && { consent: consent.trim() }) })) onClose();
  };
  return (
    <Modal
      open
      title="转介到别的帮助"
      okText="问本人"
      cancelText="再看看"
      confirmLoading={proposing.busy}
      onCancel={onClose}
      onOk={send}
      destroyOnHidden
    >
      <label htmlFor="referral-target">转到哪里</label>
      <Select
        id="referral-target"
        className="wide"
        value={target ?? null}
        onChange={setTarget}
        showSearch
        optionFilterProp="label"
        options={beside.targets.map((one) => ({ value: one.id, label: one.suggested ? `${one.title}（评估里有）` : one.title }))}
      />
      {chosen && (
        <p className="sub">
          {chosen.about}由{chosen.handledBy}办。
          <Citations clauses={chosen.clauses} />
        </p>
      )}
      <p className="field-note">{asked && !target && '选一样'}</p>
      <label htmlFor="referral-why">为什么（本人看得到）</label>
      <Input.TextArea id="referral-why" rows={2} maxLength={1000} value={why} onChange={(e) => setWhy(e.target.value)} />
      <p className="field-note">{asked && !why.trim() && '写一句为什么'}</p>
      <label htmlFor="referral-consent">本人当面、电话里已经同意的，写怎么说的；空着就在手机上问</label>
      <Input.TextArea id="referral-consent" rows={2} maxLength={1000} value={consent} onChange={(e) => setConsent(e.target.value)} />
      {proposing.problem && <ProblemBox problem={proposing.problem} kept="写的还在" again={send} />}
    </Modal>
  );
}
