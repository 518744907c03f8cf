import {
  type CaseView,
  type CONFIRM_REASONS,
  RELAY_STATEMENTS,
  STATEMENT_HASHES,
  STATEMENTS,
  type StaffRelayAsk,
  staffApi,
} from '@assist/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useCallback, useState } from 'react';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { call } from '../../platform/api.ts';
import { civilDayOf } from '../../platform/dates.ts';
import { useMayAct, useStaff } from '../../platform/session.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { caseKey } from '../../platform/work.ts';
import { crossCheckOf } from './signatures.ts';

const WHY: Readonly<Record<(typeof CONFIRM_REASONS)[number], string>> = {
  'same-account': '家里别人也用过这个微信',
  'same-phone': '家里别人也用过这部手机',
  helper: '帮忙的人替他点的',
};
/** Read out as they stand on the phone; what was read is what is kept. */
const READ_OUT = RELAY_STATEMENTS.map((statement) => ({
  statement,
  version: STATEMENTS[statement].version,
  hash: STATEMENT_HASHES[statement],
}));

/** Who of the family agreed and how; who has to be asked, and the two ways of the counter. Nobody here stops the case. */
export function RelayCard({ view }: { readonly view: CaseView }) {
  const applicationId = view.item.applicationId ?? '';
  const mayAct = useMayAct();
  const asks = useQuery({
    queryKey: ['relay', applicationId],
    queryFn: () => call(staffApi.staffRelay, { params: { applicationId } }),
    refetchOnWindowFocus: false,
    retry: 1,
  });
  const [asking, setAsking] = useState<StaffRelayAsk>();
  const [witnessing, setWitnessing] = useState<{ memberId: string; name: string }>();
  const list = asks.data ?? [];
  const without = crossCheckOf(view, civilDayOf(Date.now())).filter(
    (m) => (m.standing === 'not-yet' || m.standing === 'no-record') && !list.some((one) => one.memberId === m.memberId),
  );
  if (list.length + without.length === 0) return null;
  return (
    <section className="card card--pad" aria-label="家里人同意到哪了">
      <p className="dlab">家里人同意到哪了</p>
      {list.map((one) => (
        <div key={one.askId} className="signature">
          <b>{one.name}</b> {one.usableForCrossCheck ? '同意了，能核对' : '不能核对'}
          <p className="sub">
            {one.why && `${WHY[one.why]}。`}
            {one.sentence.sentence}
            {one.note && `「${one.note}」`}
            {one.witnesses && `见证：${one.witnesses.join('、')}`}
            {one.guardian && `监护人：${one.guardian}`}
          </p>
          {mayAct && one.state === 'to-confirm' && (
            <Button size="small" onClick={() => setAsking(one)}>
              问过本人了
            </Button>
          )}
          {mayAct && one.state !== 'signed' && (
            <Button size="small" onClick={() => setWitnessing(one)}>
              当面记
            </Button>
          )}
        </div>
      ))}
      {without.map((one) => (
        <div key={one.memberId} className="signature">
          <b>{one.name}</b> 还没人请他
          {mayAct && (
            <Button size="small" onClick={() => setWitnessing(one)}>
              当面记
            </Button>
          )}
        </div>
      ))}
      {asking && <AskedDialog one={asking} applicationId={applicationId} onClose={() => setAsking(undefined)} />}
      {witnessing && <WitnessDialog who={witnessing} applicationId={applicationId} onClose={() => setWitnessing(undefined)} />}
    </section>
  );
}

/** Shows what came back, and the case anew: the gate asks who may be checked. */
function useShown(applicationId: string) {
  const queries = useQueryClient();
  return useCallback(
    async (asks: StaffRelayAsk[]) => {
      queries.setQueryData(['relay', applicationId], asks);
      await queries.invalidateQueries({ queryKey: caseKey(applicationId) });
      return asks;
    },
    [queries, applicationId],
  );
}

interface DialogProps {
  readonly applicationId: string;
  readonly onClose: () => void;
}

function AskedDialog({ one, applicationId, onClose }: DialogProps & { readonly one: StaffRelayAsk }) {
  const shown = useShown(applicationId);
  const [by, setBy] = useState<'visit' | 'call'>();
  const [agreed, setAgreed] = useState<boolean>();
  const confirm = useCommand(
    useCallback(
      async (_key: string, body: { by: 'visit' | 'call'; agreed: boolean; note: string }) =>
        shown(await call(staffApi.confirmRelay, { params: { askId: one.askId }, body })),
      [shown, one.askId],
    ),
  );
  return (
    <WordsDialog
      title={`问过 ${one.name} 本人`}
      label="怎么问的"
      missing="写一句怎么问的。"
      ok="记下"
      max={300}
      busy={confirm.busy}
      problem={confirm.problem}
      before={by && agreed !== undefined ? undefined : '选怎么问的、是不是本人同意的。'}
      onSend={async (note) => {
        if (by && agreed !== undefined && (await confirm.run({ by, agreed, note }))) onClose();
      }}
      onClose={onClose}
    >
      <Radio.Group className="stack" value={by} onChange={(e) => setBy(e.target.value as 'visit' | 'call')} aria-label="怎么问的">
        <Radio value="call">打电话问的</Radio>
        <Radio value="visit">上门问的</Radio>
      </Radio.Group>
      <Radio.Group className="stack" value={agreed} onChange={(e) => setAgreed(e.target.value as boolean)} aria-label="是不是本人同意的">
        <Radio value={true}>是本人同意的</Radio>
        <Radio value={false}>本人没同意，不算，不核对</Radio>
      </Radio.Group>
    </WordsDialog>
  );
}

function WitnessDialog({
  who,
  applicationId,
  onClose,
}: DialogProps & { readonly who: { readonly memberId: string; readonly name: string } }) {
  const staff = useStaff();
  const shown = useShown(applicationId);
  const [second, setSecond] = useState('');
  const [guardian, setGuardian] = useState('');
  const witness = useCommand(
    useCallback(
      async (signatureId: string, body: { witnesses: string[]; guardian?: string; note: string }) =>
        shown(
          await call(staffApi.witnessRelay, {
            params: { applicationId, memberId: who.memberId },
            body: { ...body, signatureId, on: civilDayOf(Date.now()) as never, statements: READ_OUT },
          }),
        ),
      [shown, applicationId, who.memberId],
    ),
  );
  return (
    <WordsDialog
      title={`当面记 ${who.name} 的同意`}
      label="怎么问的、怎么答的"
      missing="写一句。"
      placeholder="念给他听，点头；按了手印"
      ok="记下"
      max={300}
      busy={witness.busy}
      problem={witness.problem}
      before={second.trim().length > 1 ? undefined : '写上第二个人的名字。'}
      onSend={async (note) => {
        const names = { witnesses: [staff.name, second.trim()], ...(guardian.trim() && { guardian: guardian.trim() }), note };
        if (await witness.run(names)) onClose();
      }}
      onClose={onClose}
    >
      {RELAY_STATEMENTS.map((id) => (
        <p key={id} className="sub">
          念给他听：{STATEMENTS[id].title}
        </p>
      ))}
      <label htmlFor="second-witness">第二个人的名字</label>
      <Input id="second-witness" value={second} maxLength={50} onChange={(e) => setSecond(e.target.value)} />
      <label htmlFor="witness-guardian">监护人签的，写监护人（没有就空着）</label>
      <Input id="witness-guardian" value={guardian} maxLength={50} onChange={(e) => setGuardian(e.target.value)} />
    </WordsDialog>
  );
}
