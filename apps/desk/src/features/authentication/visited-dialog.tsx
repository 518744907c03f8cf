import type { AuthenticationItem } from '@assist/contracts';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { civilDayOf } from '../../platform/dates.ts';
import { useStaff } from '../../platform/session.tsx';
import { useRecordVisit } from './use-item.ts';
import { namesOf, VisitorsField } from './visitors-field.tsx';

/** What the visit came to. Met: it counts as this year's authentication. Not met: a try on record, and the item stays open. */
export function VisitedDialog({ one, onClose }: { readonly one: AuthenticationItem; readonly onClose: () => void }) {
  const staff = useStaff();
  const today = civilDayOf(Date.now());
  const [met, setMet] = useState<boolean | undefined>();
  const [on, setOn] = useState<string>(one.visit?.day && one.visit.day <= today ? one.visit.day : today);
  const [visitors, setVisitors] = useState<string[]>(one.visit?.visitors.length ? [...one.visit.visitors] : [staff.name, '']);
  const record = useRecordVisit(one);
  const names = namesOf(visitors);
  const ready = met !== undefined && names.length > 0 && on <= today && on !== '';
  return (
    <WordsDialog
      title={`去过 ${one.who.name} 那里`}
      label="怎么样"
      missing="写一句怎么样。"
      placeholder="人好不好，说了什么；没见到的，敲了门、问了谁"
      ok="记下"
      max={500}
      busy={record.busy}
      problem={record.problem}
      before={ready ? undefined : '选见到没有，写上哪天、谁去的。'}
      onSend={async (note) => {
        if (met !== undefined && (await record.run({ met, on: on as never, visitors: names, note }))) onClose();
      }}
      onClose={onClose}
    >
      <Radio.Group className="stack" value={met} onChange={(e) => setMet(e.target.value as boolean)} aria-label="见到没有">
        <Radio value={true}>见到本人了，算今年认证</Radio>
        <Radio value={false}>没见到，记一次，再约（待遇不变）</Radio>
      </Radio.Group>
      <label htmlFor="visited-on">哪天去的</label>
      <Input id="visited-on" type="date" max={today} value={on} onChange={(e) => setOn(e.target.value)} />
      <VisitorsField value={visitors} onChange={setVisitors} />
    </WordsDialog>
  );
}
