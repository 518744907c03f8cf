import { type CaseFile, CHANGE_FORM_VERSION, LIFE_EVENT_IDS, LIFE_EVENT_NAMES } from '@assist/contracts';
import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { ProblemBox } from '../../components/problem-note.tsx';
import { civilDayOf } from '../../platform/dates.ts';
import { useTellAtCounter } from './use-register.ts';

const NOTHING = 'nothing-changed';
/** A phone or an account is changed by the person, with a second step. */
const NOT_HERE = new Set([NOTHING, 'phone', 'bank-account']);
const EVENTS = LIFE_EVENT_IDS.filter((id) => !NOT_HERE.has(id)).map((value) => ({ value, label: LIFE_EVENT_NAMES[value] ?? value }));

/** What somebody tells at the counter, written down for them; they get the same receipt and can answer it. */
export function CounterDialog({ file, onClose }: { readonly file: CaseFile; readonly onClose: () => void }) {
  const today = civilDayOf(Date.now());
  const [event, setEvent] = useState<string | undefined>();
  const [same, setSame] = useState(false);
  const [member, setMember] = useState<string | undefined>();
  const [on, setOn] = useState('');
  const [words, setWords] = useState('');
  const [who, setWho] = useState('');
  const [saw, setSaw] = useState(false);
  const [asked, setAsked] = useState(false);
  const tell = useTellAtCounter(file.caseId);
  const fits = (same || event !== undefined) && who.trim() !== '' && (on === '' || on <= today);
  const send = async (): Promise<void> => {
    setAsked(true);
    if (!fits) return;
    const done = await tell.run({
      sawPerson: saw,
      form: {
        formVersion: CHANGE_FORM_VERSION,
        caseId: file.caseId,
        reporter: { as: 'counter', name: who.trim() },
        changed: same
          ? []
          : [
              {
                event: event ?? '',
                ...(member && { member }),
                ...(on && { happenedOn: on as never }),
                ...(words.trim() && { words: words.trim() }),
              },
            ],
        ...(same && { nothingChanged: true as const }),
        ...(same && words.trim() && { story: words.trim() }),
        photos: [],
      },
    });
    if (done) onClose();
  };
  return (
    <Modal
      open
      title="窗口代记变化"
      onCancel={onClose}
      onOk={send}
      okText={tell.busy ? '正在送' : '记下'}
      cancelText="先不记"
      confirmLoading={tell.busy}
      destroyOnHidden
    >
      <label htmlFor="counter-who">谁来说的</label>
      <Input id="counter-who" maxLength={50} value={who} onChange={(e) => setWho(e.target.value)} />
      <Checkbox checked={saw} onChange={(e) => setSaw(e.target.checked)}>
        是本人来的，看过证件（算今年认证）
      </Checkbox>
      <Checkbox checked={same} onChange={(e) => setSame(e.target.checked)}>
        都没变
      </Checkbox>
      {!same && (
        <>
          <label htmlFor="counter-event">变了什么</label>
          <Select
            id="counter-event"
            className="counter__pick"
            showSearch
            optionFilterProp="label"
            options={EVENTS}
            value={event}
            onChange={setEvent}
            placeholder="选一样"
          />
          <label htmlFor="counter-member">是哪位（可以不选）</label>
          <Select
            id="counter-member"
            className="counter__pick"
            allowClear
            options={file.members.map((m) => ({ value: m.memberId, label: m.name }))}
            value={member}
            onChange={setMember}
          />
          <label htmlFor="counter-on">哪天的事（记不清就空着）</label>
          <Input id="counter-on" type="date" max={today} value={on} onChange={(e) => setOn(e.target.value)} />
        </>
      )}
      <label htmlFor="counter-words">他的原话</label>
      <Input.TextArea id="counter-words" rows={3} maxLength={500} showCount value={words} onChange={(e) => setWords(e.target.value)} />
      <p className="field-note">{asked && !fits && '写上谁来说的，选变了什么，日子不能在今天以后。'}</p>
      {tell.problem && <ProblemBox problem={tell.problem} kept="写的还在" again={send} />}
    </Modal>
  );
}
