import { staffApi } from '@assist/contracts';
import { Input, Modal, Radio, Select } from 'antd';
import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { numberProblem, PAPER_CHOICES, type PaperKind, paperOf } from '../../components/paper-on-hand.ts';
import { ProblemBox } from '../../components/problem-note.tsx';
import { call } from '../../platform/api.ts';
import { civilDayOf } from '../../platform/dates.ts';
import { useCommand } from '../../platform/use-command.ts';
import { pathOf } from './lanes.tsx';

/** Among all there is, open or closed: by a receipt or register number; by a person's paper only with a reason, which is on record. */
export function FindDialog({ typed, onClose }: { readonly typed: string; readonly onClose: () => void }) {
  const [by, setBy] = useState<'number' | 'person'>('number');
  const [number, setNumber] = useState(typed);
  const [kind, setKind] = useState<PaperKind>('resident-identity');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [found, setFound] = useState<Awaited<ReturnType<typeof search>> | null>(null);
  const find = useCommand(useCallback((_key: string, body: Parameters<typeof search>[0]) => search(body), []));
  const wrong =
    by === 'number'
      ? number.trim().length < 4 && '写完整的回执号或户编号'
      : (numberProblem({ kind, number }, civilDayOf(Date.now())) ?? (!reason.trim() && '写一句为什么要找这个人'));
  const send = async (): Promise<void> => {
    setAsked(true);
    if (wrong) return;
    const got = await find.run(by === 'number' ? { number: number.trim() } : { paper: paperOf({ kind, number }), reason: reason.trim() });
    if (got) setFound(got);
  };
  return (
    <Modal open title="在全部里找" onCancel={onClose} onOk={send} okText={find.busy ? '正在找' : '找'} cancelText="不找了" destroyOnHidden>
      <Radio.Group
        value={by}
        onChange={(e) => {
          setBy(e.target.value);
          setFound(null);
        }}
        options={[
          { value: 'number', label: '按回执号、户编号' },
          { value: 'person', label: '按证件号找人' },
        ]}
      />
      {by === 'person' && (
        <>
          <label htmlFor="find-kind">哪种证件</label>
          <Select id="find-kind" value={kind} options={PAPER_CHOICES} onChange={setKind} />
        </>
      )}
      <label htmlFor="find-number">{by === 'number' ? '号' : '证件号码'}</label>
      <Input
        id="find-number"
        className="nums"
        value={number}
        maxLength={40}
        autoComplete="off"
        onChange={(e) => setNumber(e.target.value)}
      />
      {by === 'person' && (
        <>
          <label htmlFor="find-reason">为什么找，会留痕</label>
          <Input id="find-reason" value={reason} maxLength={300} onChange={(e) => setReason(e.target.value)} />
        </>
      )}
      <p className="field-note">{asked && wrong}</p>
      {find.problem && <ProblemBox problem={find.problem} kept="写的还在" again={send} />}
      {found && (
        <ul className="plain" aria-label="找到的">
          {found.items.map((item) => (
            <li key={item.workItemId}>
              <Link to={pathOf(item) ?? '/queue/identity'} onClick={onClose}>
                {item.applicantName}
              </Link>
              <span className="sub nums">
                {item.number}，{item.step.title}
              </span>
            </li>
          ))}
          {found.cases.map((one) => (
            <li key={one.caseId}>
              <Link to={`/register/${one.caseId}`} onClick={onClose}>
                一户一档 {one.registerNumber}
              </Link>
            </li>
          ))}
          {found.items.length + found.cases.length === 0 && <li>本镇街没有。</li>}
        </ul>
      )}
    </Modal>
  );
}

type Body = { number: string } | { paper: ReturnType<typeof paperOf>; reason: string };
const search = (body: Body) => call(staffApi.findItems, { body });
