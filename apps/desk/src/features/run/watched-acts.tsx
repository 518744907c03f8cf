import { staffApi } from '@assist/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useCallback, useState } from 'react';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { call } from '../../platform/api.ts';
import { civilDayOf } from '../../platform/dates.ts';
import { useCommand } from '../../platform/use-command.ts';

interface Row {
  readonly runId: string;
  readonly name: string;
  readonly why: string;
  readonly meetingId?: string | undefined;
}

/** What ends being on the list: the meeting's decision, or an officer's reason. The documents' own two years end by themselves. */
export function WatchedActs({ row }: { readonly row: Row }) {
  const [open, setOpen] = useState(false);
  const [who, setWho] = useState('');
  const [heldOn, setHeldOn] = useState(civilDayOf(Date.now()) as string);
  const queries = useQueryClient();
  const { runId, meetingId } = row;
  const names = who.split(/[、，,\s]+/).filter(Boolean);
  const ending = useCommand(
    useCallback(
      async (_key: string, words: string, people: readonly string[], on: string) => {
        await (meetingId
          ? call(staffApi.recordMeeting, {
              params: { meetingId },
              body: { heldOn: on as never, who: [...people], decision: words },
            })
          : call(staffApi.endWatching, { params: { runId }, body: { why: words } }));
        await queries.invalidateQueries({ queryKey: ['watched'] });
        return true;
      },
      [queries, runId, meetingId],
    ),
  );
  if (row.why !== 'at-risk' && !meetingId) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={`${row.name}：${meetingId ? '记会议结果' : '不再监测'}`}>
        {meetingId ? '记会议结果' : '不再监测'}
      </Button>
      {open && (
        <WordsDialog
          title={meetingId ? '会议开过了' : '不再监测'}
          label={meetingId ? '定了什么' : '为什么不用再监测'}
          missing="写一句"
          ok="写好了"
          max={1000}
          busy={ending.busy}
          problem={ending.problem}
          before={meetingId && names.length < 2 ? '会议至少两个人，写上名字' : undefined}
          onSend={async (words) => {
            if (await ending.run(words, names, heldOn)) setOpen(false);
          }}
          onClose={() => setOpen(false)}
        >
          {meetingId && (
            <>
              <label htmlFor="meeting-day">哪天开的</label>
              <Input id="meeting-day" type="date" value={heldOn} onChange={(e) => setHeldOn(e.target.value)} />
              <label htmlFor="meeting-who">谁到了，用顿号隔开</label>
              <Input id="meeting-who" value={who} onChange={(e) => setWho(e.target.value)} />
            </>
          )}
        </WordsDialog>
      )}
    </>
  );
}
