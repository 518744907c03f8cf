import type { ProcedureStep, RunView } from '@assist/contracts';
import { Checkbox, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { Citations } from '../../components/citations.tsx';
import { KIND_WORDS } from '../../components/kind-words.ts';
import { ProblemBox } from '../../components/problem-note.tsx';
import { civilDayOf, momentText } from '../../platform/dates.ts';
import { useKeptDraft } from '../../platform/kept-draft.ts';
import { useStaff } from '../../platform/session.tsx';
import { emptyFilling, eventOf, type Filling, pointsOf, unfilled } from './fill.ts';
import { useRecord } from './use-run.ts';
import { LOOKED_WORDS, WAY_WORDS } from './words.ts';

interface RecordDialogProps {
  readonly run: RunView;
  readonly step: ProcedureStep;
  readonly onClose: () => void;
}

const FIELD_WORDS = { ground: '理由', extension: '延长的理由', conclusion: '结论' } as const;
const LOOKED = ['work', 'health', 'living'] as const;

/** The benefits an opinion speaks of: what is paid now, else subsistence allowance. */
function benefitsOf(run: RunView): Filling['benefits'] {
  const known = run.proposed?.benefits.length ? run.proposed.benefits : (run.paid?.benefits ?? []);
  return known.length ? known.map((one) => ({ kind: one.kind, yuan: String(one.amount / 100) })) : [{ kind: 'subsistence', yuan: '' }];
}

/** One event put on record. What it has to carry stands as fields; a half-written one is kept, also when the browser closes. */
export function RecordDialog({ run, step, onClose }: RecordDialogProps) {
  const staff = useStaff();
  const today = civilDayOf(Date.now());
  const draft = useKeptDraft<Filling>(`run.${run.runId}.${step.kind}`, () => emptyFilling(today, staff.name, benefitsOf(run)));
  const { value: f, change } = draft;
  const [asked, setAsked] = useState(false);
  const recording = useRecord(run.runId);
  const asks = new Map(step.asks.map((one) => [one.field, one]));
  const open = unfilled(step, f);
  const objections = run.events.filter(
    (one) => one.event.kind === 'objected' && !run.events.some((other) => other.event.objection === one.eventId),
  );
  const send = async (): Promise<void> => {
    setAsked(true);
    if (open.length) return;
    if (await recording.run(eventOf(step, f, today))) {
      draft.forget();
      onClose();
    }
  };
  return (
    <Modal
      open
      title={step.title}
      onCancel={onClose}
      onOk={send}
      okText={recording.busy ? '正在送' : '记下'}
      cancelText="先不记"
      confirmLoading={recording.busy}
      destroyOnHidden
    >
      <Citations clauses={step.clauses} />
      {step.leftToOfficer && <p className="accept">{step.leftToOfficer}</p>}
      {asks.has('visit') && (
        <>
          <label htmlFor="event-on">哪天去的</label>
          <Input id="event-on" type="date" max={today} value={f.on} onChange={(e) => change({ on: e.target.value })} />
          <fieldset className="visitors">
            <legend>谁去的</legend>
            {[0, 1, 2].map((n) => (
              <Input
                key={n}
                aria-label={`第${'一二三'[n]}个人`}
                maxLength={30}
                value={f.visitors[n] ?? ''}
                onChange={(e) => change({ visitors: [0, 1, 2].map((i) => (i === n ? e.target.value : (f.visitors[i] ?? ''))) })}
              />
            ))}
          </fieldset>
          <Radio.Group
            className="stack"
            value={f.way}
            onChange={(e) => change({ way: e.target.value as Filling['way'] })}
            aria-label="怎么去的"
          >
            {(Object.keys(WAY_WORDS) as Filling['way'][]).map((way) => (
              <Radio key={way} value={way}>
                {WAY_WORDS[way]}
              </Radio>
            ))}
          </Radio.Group>
          <label htmlFor="event-signed">家里谁签的字</label>
          <Input id="event-signed" maxLength={30} value={f.signed} onChange={(e) => change({ signed: e.target.value })} />
          {pointsOf(step).map((about) => (
            <Input
              key={about}
              addonBefore={about}
              aria-label={about}
              maxLength={500}
              placeholder="看到什么、问到什么；没有就写没有"
              value={f.survey[about] ?? ''}
              onChange={(e) => change({ survey: { ...f.survey, [about]: e.target.value } })}
            />
          ))}
        </>
      )}
      {(['ground', 'extension', 'conclusion'] as const).map(
        (field) =>
          asks.get(field)?.among && (
            <Radio.Group
              key={field}
              className="stack"
              value={f[field]}
              onChange={(e) => change({ [field]: e.target.value as string })}
              aria-label={FIELD_WORDS[field]}
            >
              {asks.get(field)?.among?.map((one) => (
                <Radio key={one.id} value={one.id}>
                  {one.title}
                </Radio>
              ))}
            </Radio.Group>
          ),
      )}
      {asks.has('looked') && (
        <Checkbox.Group
          className="stack"
          value={[...f.looked]}
          onChange={(looked) => change({ looked: looked as Filling['looked'] })}
          options={LOOKED.map((value) => ({ value, label: LOOKED_WORDS[value] }))}
        />
      )}
      {asks.has('objection') && (
        <Radio.Group
          className="stack"
          value={f.objection}
          onChange={(e) => change({ objection: e.target.value as string })}
          aria-label="回的是哪一条"
        >
          {objections.map((one) => (
            <Radio key={one.eventId} value={one.eventId}>
              {momentText(one.at)} {one.event.reason ?? '异议'}
            </Radio>
          ))}
        </Radio.Group>
      )}
      {asks.has('proposal') && (
        <fieldset className="visitors">
          <legend>每月多少元</legend>
          {f.benefits.map((one, i) => (
            <div key={one.kind} className="amount-line">
              {KIND_WORDS[one.kind]}
              <Input
                className="nums"
                inputMode="decimal"
                disabled={f.nothing}
                aria-label={`${KIND_WORDS[one.kind]}，每月多少元`}
                value={one.yuan}
                maxLength={12}
                onChange={(e) => change({ benefits: f.benefits.map((each, n) => (n === i ? { ...each, yuan: e.target.value } : each)) })}
              />
            </div>
          ))}
          <Checkbox checked={f.nothing} onChange={(e) => change({ nothing: e.target.checked })}>
            不给，或者不再给
          </Checkbox>
        </fieldset>
      )}
      {asks.has('amount') && (
        <>
          <label htmlFor="event-yuan">给了多少元（一次的）</label>
          <Input
            id="event-yuan"
            className="nums"
            inputMode="decimal"
            maxLength={12}
            value={f.yuan}
            onChange={(e) => change({ yuan: e.target.value })}
          />
        </>
      )}
      {asks.has('reason') && (
        <>
          <label htmlFor="event-reason">原因、经过</label>
          <Input.TextArea
            id="event-reason"
            rows={4}
            maxLength={2000}
            showCount
            value={f.reason}
            onChange={(e) => change({ reason: e.target.value })}
          />
        </>
      )}
      {asks.has('clauses') && (
        <>
          <label htmlFor="event-clauses">依据哪一条（写条款号，几条用顿号隔开）</label>
          <Input id="event-clauses" maxLength={200} value={f.clauses} onChange={(e) => change({ clauses: e.target.value })} />
        </>
      )}
      {asks.has('remedies') && (
        <Checkbox checked={f.remedies} onChange={(e) => change({ remedies: e.target.checked })}>
          信里写了怎么申请复议、怎么起诉
        </Checkbox>
      )}
      {asked && open.length > 0 && <p className="field-note">还差：{open.join('、')}。</p>}
      {recording.problem && (
        <ProblemBox
          problem={{
            ...recording.problem,
            fields: recording.problem.fields?.map((x) => ({ ...x, sentence: x.sentence.replaceAll('｜', '，') })),
          }}
          kept="写的还在"
          again={send}
        />
      )}
    </Modal>
  );
}
