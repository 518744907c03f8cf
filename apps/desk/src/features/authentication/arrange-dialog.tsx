import { type AuthenticationItem, knownOf, VISIT_PLACES, type VisitPlace } from '@assist/contracts';
import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { ProblemBox } from '../../components/problem-note.tsx';
import { HALF_WORDS, PLACE_WORDS } from '../../components/visit-words.ts';
import { civilDayOf } from '../../platform/dates.ts';
import { useStaff } from '../../platform/session.tsx';
import { useArrange } from './use-item.ts';
import { namesOf, VisitorsField } from './visitors-field.tsx';

/** The day, the half of it, where and who: the resident gets it at once, with a code to check who comes. */
export function ArrangeDialog({ one, onClose }: { readonly one: AuthenticationItem; readonly onClose: () => void }) {
  const staff = useStaff();
  const today = civilDayOf(Date.now());
  const [day, setDay] = useState<string>(one.visit?.day ?? '');
  const [half, setHalf] = useState<'morning' | 'afternoon'>(knownOf([one.visit?.half ?? 'morning'])[0] ?? 'morning');
  const [where, setWhere] = useState<VisitPlace>(knownOf([one.visit?.where ?? 'home'])[0] ?? 'home');
  const [visitors, setVisitors] = useState<string[]>([staff.name, '']);
  const [asked, setAsked] = useState(false);
  const arrange = useArrange(one);
  const names = namesOf(visitors);
  const dayFits = /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= today;
  const send = async (): Promise<void> => {
    setAsked(true);
    if (!dayFits || !names.length) return;
    if (await arrange.run({ day: day as never, half, where, visitors: names })) onClose();
  };
  return (
    <Modal
      open
      title={`约 ${one.who.name}`}
      onCancel={onClose}
      onOk={send}
      okText={arrange.busy ? '正在送' : '约好，告诉居民'}
      cancelText="先不约"
      confirmLoading={arrange.busy}
      destroyOnHidden
    >
      <label htmlFor="visit-day">哪天去</label>
      <Input
        id="visit-day"
        type="date"
        min={today}
        value={day}
        onChange={(e) => setDay(e.target.value)}
        {...(asked && !dayFits && { status: 'error' as const })}
      />
      <p className="field-note">{asked && !dayFits && '选今天或以后的一天。'}</p>
      <Radio.Group className="stack" value={half} onChange={(e) => setHalf(e.target.value as typeof half)} aria-label="上午还是下午">
        <Radio value="morning">{HALF_WORDS.morning}</Radio>
        <Radio value="afternoon">{HALF_WORDS.afternoon}</Radio>
      </Radio.Group>
      <Radio.Group className="stack" value={where} onChange={(e) => setWhere(e.target.value as VisitPlace)} aria-label="在哪里">
        {VISIT_PLACES.map((place) => (
          <Radio key={place} value={place}>
            {PLACE_WORDS[place]}
          </Radio>
        ))}
      </Radio.Group>
      <VisitorsField value={visitors} onChange={setVisitors} />
      <p className="field-note">{asked && !names.length && '写上谁去。'}</p>
      {arrange.problem && <ProblemBox problem={arrange.problem} kept="写的还在" again={send} />}
    </Modal>
  );
}
