import { SHARE_REASONS, staffApi, type WorkItemView } from '@assist/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, InputNumber, Radio, Select } from 'antd';
import { useCallback, useState } from 'react';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { call } from '../../platform/api.ts';
import { useMayAct, useStaff } from '../../platform/session.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { placeItem } from '../../platform/work.ts';

type Way = 'colleague' | 'mine' | 'elsewhere';
const REASON_WORDS: Readonly<Record<(typeof SHARE_REASONS)[number], string>> = {
  'delegated-visit': '委托走访（住在那边）',
  'urgent-help': '急事，请那边先去看',
  'forwarded-application': '申请转过去看',
};

/** One's own, and for a supervisor whatever is in somebody's hands. */
export function useMayHand(item: WorkItemView): boolean {
  const staff = useStaff();
  const mayAct = useMayAct();
  return mayAct && item.claimedBy !== undefined && (item.claimedBy.staffId === staff.staffId || staff.role === 'supervisor');
}

/** From hand to hand: to a colleague, to a supervisor's own, or a part of it to somebody elsewhere, who sees what is written here and no more. */
export function HandDialog({ item, onClose }: { readonly item: WorkItemView; readonly onClose: () => void }) {
  const staff = useStaff();
  const queries = useQueryClient();
  const mine = item.claimedBy?.staffId === staff.staffId;
  const [way, setWay] = useState<Way>('colleague');
  const [to, setTo] = useState<string>();
  const [target, setTarget] = useState<string>();
  const [why, setWhy] = useState<(typeof SHARE_REASONS)[number]>('delegated-visit');
  const [place, setPlace] = useState('');
  const [phone, setPhone] = useState('');
  const [days, setDays] = useState(7);
  const [shareId] = useState(() => crypto.randomUUID());
  const people = useQuery({ queryKey: ['colleagues'], queryFn: () => call(staffApi.colleagues, {}) });
  const targets = useQuery({ queryKey: ['share-targets'], queryFn: () => call(staffApi.shareTargets, {}), enabled: way === 'elsewhere' });
  const { workItemId } = item;
  const hand = useCommand(
    useCallback(
      async (key: string, asked: { way: Way; to?: string; target?: string; reason: string; share: object }) => {
        if (asked.way === 'elsewhere') {
          const [officeId = '', staffId] = (asked.target ?? '').split(' ');
          const body = { officeId, ...(staffId && { staffId }), asked: asked.reason, ...asked.share } as never;
          await call(staffApi.shareItem, { params: { workItemId, shareId }, body });
        } else {
          const params = { workItemId };
          const body = { reason: asked.reason };
          placeItem(
            queries,
            asked.way === 'mine'
              ? await call(staffApi.takeItemOver, { params, body, key })
              : await call(staffApi.handItemOver, { params, body: { ...body, to: asked.to ?? '' }, key }),
          );
        }
        return true;
      },
      [queries, workItemId, shareId],
    ),
  );
  const send = async (reason: string): Promise<void> => {
    const share = { why, days, ...(place.trim() && { place: place.trim() }), ...(phone.trim() && { phone: phone.trim() }) };
    if (await hand.run({ way, ...(to && { to }), ...(target && { target }), reason, share })) onClose();
  };
  const before = way === 'colleague' && !to ? '选一个同事' : way === 'elsewhere' && !target ? '选请谁帮' : undefined;
  return (
    <WordsDialog
      title={`${item.applicantName}：交接`}
      label={way === 'elsewhere' ? '请他们做什么（他们看得到）' : '为什么'}
      missing="写一句，就能送。"
      ok={way === 'mine' ? '我接过来' : way === 'elsewhere' ? '请他们帮' : '交给他'}
      max={300}
      busy={hand.busy}
      problem={hand.problem}
      before={before}
      onSend={(words) => void send(words)}
      onClose={onClose}
    >
      <Radio.Group
        value={way}
        onChange={(e) => setWay(e.target.value)}
        options={[
          { value: 'colleague', label: '交给同事' },
          ...(staff.role === 'supervisor' && !mine ? [{ value: 'mine', label: '我接过来' }] : []),
          { value: 'elsewhere', label: '请别处帮' },
        ]}
      />
      {way === 'colleague' && (
        <>
          <label htmlFor="hand-to">交给谁</label>
          <Select
            id="hand-to"
            {...(to && { value: to })}
            onChange={setTo}
            options={people.data
              ?.filter((one) => one.staffId !== item.claimedBy?.staffId)
              .map((one) => ({ value: one.staffId, label: `${one.name}，手上 ${one.holds} 件` }))}
          />
        </>
      )}
      {way === 'elsewhere' && (
        <>
          <p className="sub">他们只看到姓名、号和下面写的，看不到案件。到期自己收回；这一件办完也收回。</p>
          <label htmlFor="hand-target">请谁</label>
          <Select
            id="hand-target"
            showSearch
            optionFilterProp="label"
            {...(target && { value: target })}
            onChange={setTarget}
            options={targets.data?.map((one) => ({
              value: one.staffId ? `${one.officeId} ${one.staffId}` : one.officeId,
              label: one.name,
            }))}
          />
          <label htmlFor="hand-why">什么事</label>
          <Select
            id="hand-why"
            value={why}
            onChange={setWhy}
            options={SHARE_REASONS.map((value) => ({ value, label: REASON_WORDS[value] }))}
          />
          <label htmlFor="hand-place">到哪里（要去才写）</label>
          <Input id="hand-place" value={place} maxLength={120} onChange={(e) => setPlace(e.target.value)} />
          <label htmlFor="hand-phone">电话（要打才写）</label>
          <Input id="hand-phone" className="nums" value={phone} maxLength={20} onChange={(e) => setPhone(e.target.value)} />
          <label htmlFor="hand-days">几天以内</label>
          <InputNumber id="hand-days" min={1} max={60} value={days} onChange={(value) => setDays(value ?? 7)} />
        </>
      )}
    </WordsDialog>
  );
}
