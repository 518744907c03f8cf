import './correction-dialog.css';
import { type CaseView, EVIDENCE_NAMES } from '@assist/contracts';
import { App, Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { Icon } from '../../../components/icon.tsx';
import { ProblemBox } from '../../../components/problem-note.tsx';
import { drafts } from '../../../platform/drafts.ts';
import { type CorrectionDraft, draftProblems, emptyItem, readDraft, TEMPLATES } from '../correction-draft.ts';
import { memberName } from '../findings.ts';
import { useAskCorrection } from '../use-case.ts';
import { CorrectionItem } from './correction-item.tsx';

const MOST = 30;
const fresh = (): CorrectionDraft => ({ correctionId: crypto.randomUUID(), items: [emptyItem(crypto.randomUUID())] });

function Preview({ view, draft }: { readonly view: CaseView; readonly draft: CorrectionDraft }) {
  return (
    <div className="phone">
      <section className="phone__card phone__card--todo">
        <h3>请补 {draft.items.length} 样</h3>
        <ul>
          {draft.items.map((i) => (
            <li key={i.key}>
              <b>{i.title.trim() || '（还没写要补什么）'}</b>
              <p>{i.reason.trim() || '（还没写为什么）'}</p>
              <small>{[memberName(view, i.memberId), i.evidence && EVIDENCE_NAMES[i.evidence]].filter(Boolean).join('，')}</small>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** One list of everything that is missing, said at once and kindly. It is kept in this tab until it is sent. */
export function CorrectionDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const { applicationId } = view.application.receipt;
  const place = `correction.${applicationId}`;
  const [draft, setDraft] = useState<CorrectionDraft>(() => readDraft(drafts.read(place)) ?? fresh());
  const [asked, setAsked] = useState(false);
  const { message } = App.useApp();
  const ask = useAskCorrection(applicationId);
  const problems = asked ? draftProblems(draft) : [];
  const before = view.application.corrections.length;
  useEffect(() => {
    if (draft.items.some((i) => i.title || i.reason)) drafts.write(place, draft);
    else drafts.forget(place);
  }, [place, draft]);
  const change = (items: CorrectionDraft['items']): void => setDraft((d) => ({ ...d, items }));
  const add = (template?: (typeof TEMPLATES)[number]): void => {
    const item = {
      ...emptyItem(crypto.randomUUID()),
      ...(template && { title: template.title, reason: template.reason, evidence: template.evidence }),
    };
    const [first, ...others] = draft.items;
    const blank = first && !first.title && !first.reason && others.length === 0;
    change(blank ? [item] : [...draft.items, item]);
  };
  const send = async (): Promise<void> => {
    setAsked(true);
    if (draftProblems(draft).length) return;
    const done = await ask.run(draft);
    if (!done) return;
    drafts.forget(place);
    message.success(`请补 ${draft.items.length} 样，已经送出`);
    onClose();
  };
  return (
    <Modal
      open
      width={1040}
      style={{ top: 32 }}
      title="请群众补"
      onCancel={onClose}
      onOk={send}
      okText={ask.busy ? '正在送' : `送出去，请补 ${draft.items.length} 样`}
      cancelText="先放着"
      confirmLoading={ask.busy}
      destroyOnHidden
    >
      <p>
        一次说全。能在系统里查到的，不请他们交。
        {before > 0 && <b> 已经请补过 {before} 次，这次尽量是最后一次。</b>}
      </p>
      <div className="ask">
        <div className="ask__list">
          <fieldset className="ask__t" aria-label="常用的话">
            {TEMPLATES.map((t) => (
              <button key={t.name} type="button" className="chip" disabled={draft.items.length >= MOST} onClick={() => add(t)}>
                {t.name}
              </button>
            ))}
          </fieldset>
          {draft.items.map((item, n) => (
            <CorrectionItem
              key={item.key}
              number={n + 1}
              item={item}
              view={view}
              problems={problems.filter((p) => p.key === item.key)}
              onChange={(part) => change(draft.items.map((i) => (i.key === item.key ? { ...i, ...part } : i)))}
              {...(draft.items.length > 1 && { onRemove: () => change(draft.items.filter((i) => i.key !== item.key)) })}
            />
          ))}
          <Button icon={<Icon name="plus" size={16} />} disabled={draft.items.length >= MOST} onClick={() => add()}>
            再加一样
          </Button>
        </div>
        <div className="ask__preview">
          <p className="dlab">居民会这样看到</p>
          <Preview view={view} draft={draft} />
          <p className="sub">他们可以拍照、写一句，也可以说找不到、办不到、和自己无关。等补的日子期限照走。</p>
        </div>
      </div>
      {ask.problem && <ProblemBox problem={ask.problem} kept="写的都在" again={send} />}
    </Modal>
  );
}
