import type { CaseFile, CONTACT_KINDS } from '@assist/contracts';
import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { ProblemBox } from '../../components/problem-note.tsx';
import { civilDayOf } from '../../platform/dates.ts';
import { useRegisterAuthentication } from './use-register.ts';

type Contact = (typeof CONTACT_KINDS)[number];
/** A clerk writes down meetings; a face on the person's own phone is not a clerk's to write. */
const WORDS: Readonly<Record<Exclude<Contact, 'own-face'>, string>> = {
  'window-with-card': '带身份证来窗口办事',
  'office-manual': '来镇街或村社，人工认证',
  'office-face': '来镇街或村社刷脸',
  'village-met': '村社走访见到',
  visit: '上门见到',
  'review-visit': '核查时上门见到',
  'review-video': '住外地，视频见到',
  'review-phone': '住外地，电话里说上话',
};
const BY_HAND = Object.keys(WORDS) as (keyof typeof WORDS)[];

interface MetDialogProps {
  readonly caseId: string;
  readonly member: CaseFile['members'][number];
  readonly onClose: () => void;
}

/** Writes down that somebody was met; two names where the rule wants two, which the server says. */
export function MetDialog({ caseId, member, onClose }: MetDialogProps) {
  const today = civilDayOf(Date.now());
  const [contact, setContact] = useState<keyof typeof WORDS | undefined>();
  const [on, setOn] = useState<string>(today);
  const [where, setWhere] = useState('');
  const [second, setSecond] = useState('');
  const [asked, setAsked] = useState(false);
  const register = useRegisterAuthentication(caseId);
  const fits = contact !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(on) && on <= today;
  const send = async (): Promise<void> => {
    setAsked(true);
    if (!contact || !fits) return;
    const done = await register.run({
      whom: { caseId, memberId: member.memberId },
      contact,
      on: on as never,
      ...(where.trim() && { where: where.trim() }),
      ...(second.trim() && { secondName: second.trim() }),
    });
    if (done) onClose();
  };
  return (
    <Modal
      open
      title={`见过 ${member.name}`}
      onCancel={onClose}
      onOk={send}
      okText={register.busy ? '正在送' : '登记，算今年认证'}
      cancelText="先不登记"
      confirmLoading={register.busy}
      destroyOnHidden
    >
      <Radio.Group className="stack" value={contact} onChange={(e) => setContact(e.target.value as typeof contact)} aria-label="怎么见到的">
        {BY_HAND.map((id) => (
          <Radio key={id} value={id}>
            {WORDS[id]}
          </Radio>
        ))}
      </Radio.Group>
      <label htmlFor="met-on">哪天</label>
      <Input id="met-on" type="date" max={today} value={on} onChange={(e) => setOn(e.target.value)} />
      <label htmlFor="met-where">在哪里（可以不写）</label>
      <Input id="met-where" maxLength={100} value={where} onChange={(e) => setWhere(e.target.value)} />
      <label htmlFor="met-second">第二个人的名字（两个人去的写）</label>
      <Input id="met-second" maxLength={30} value={second} onChange={(e) => setSecond(e.target.value)} />
      <p className="field-note">{asked && !fits && '选一种，写上今天或以前的一天。'}</p>
      {register.problem && <ProblemBox problem={register.problem} kept="写的还在" again={send} />}
    </Modal>
  );
}
