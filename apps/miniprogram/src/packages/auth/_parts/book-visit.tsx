import { type Problem, residentApi, type VisitPlace } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { AgreeBox, ManySegments, Segments } from '@/components/choice';
import { Cites } from '@/components/cite';
import { Field } from '@/components/field';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { TextField } from '@/components/text-field';
import { accessible } from '@/platform/accessible';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { replaceWith } from '@/platform/navigate';
import { useRemote } from '@/platform/use-remote';
import { dayFrom } from '@/wording/day';
import { CITED } from '../_logic/cited';
import { whenOf } from '../_logic/standing';
import { isCall, type Note as NoteWord, noteOf, notesFor } from '../_logic/visit-notes';
import { DayGrid } from './day-grid';
import { type RunProps, withRun } from './with-run';

const PLACES = [
  { value: 'home', title: '家里' },
  { value: 'village', title: '村社' },
  { value: 'office', title: '镇上' },
] as const;
const CALLS = [
  { value: 'video', title: '打视频' },
  { value: 'phone', title: '打电话' },
] as const;
const FIRST: Record<string, VisitPlace> = { home: 'home', nearby: 'village', elsewhere: 'video' };

/** Where, which half day, and what whoever comes should know. Without a day it is booked too: the township calls. */
export const BookVisit = withRun('约见面', function Book({ app, run }: RunProps) {
  const { where: from = 'home' } = useRouter().params;
  const [where, setWhere] = useState<VisitPlace>(FIRST[from] ?? 'home');
  const [away, setAway] = useState(false);
  const [day, setDay] = useState<CivilDate>();
  const [half, setHalf] = useState<'morning' | 'afternoon'>();
  const [notes, setNotes] = useState<readonly NoteWord[]>([]);
  const [words, setWords] = useState('');
  const [address, setAddress] = useState('');
  const [phone, setPhone] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const caseId = 'caseId' in run.whom ? run.whom.caseId : undefined;
  const { remote, reload } = useRemote(() => api(residentApi.visitTimes, { query: { ...(caseId && { caseId }) } }));
  const call = isCall(where);
  const self = run.role === 'self';
  const when = day && half ? whenOf({ day, half }, (d) => dayFrom(today(), d)) : undefined;

  const book = async (): Promise<void> => {
    setProblem(undefined);
    if (call && !away) return setWrong('常住外地的，在上面点一下；住在本地的，请人上门就好');
    if ((day === undefined) !== (half === undefined)) return setWrong(day ? '上午还是下午？' : '哪一天？都不选也行，镇上来定');
    setWrong(undefined);
    const note = noteOf(notes, words);
    const answer = await app.runs.bookVisit(run.id, {
      whom: run.whom,
      where,
      ...(day && half && { day, half }),
      ...(address.trim() && where === 'home' && { address: address.trim() }),
      ...(phone.trim() && { phone: phone.trim() }),
      ...(call && { livesElsewhere: true }),
      ...(note && { note }),
    });
    if (answer.ok) replaceWith('authVisit', { visit: answer.data.visitId });
    else setProblem(answer.problem);
  };
  return (
    <Page
      title="约见面"
      actions={
        <ActionBar hint={wrong ?? (when ? '定好了告诉您谁来' : '不选日子也行，镇上联系您')}>
          <Button onTap={book}>{when ? `就约${when}` : '请镇上来定日子'}</Button>
        </ActionBar>
      }
    >
      <Head
        tight
        title={call ? `什么时候找${self ? '您' : run.name}？` : self ? '什么时候来看您？' : `什么时候来看${run.name}？`}
        lead={call ? '电话、视频里见过，就算认证好了。' : '人见过面，就算认证好了。不收费。'}
      />
      <Field label={call ? '怎么找' : '在哪儿'}>
        <Segments
          label={call ? '怎么找' : '在哪儿'}
          options={call ? CALLS : PLACES}
          value={where}
          onChange={(to: VisitPlace) => {
            setWhere(to);
            setWrong(undefined);
          }}
        />
        {call ? (
          <View className="gap">
            <AgreeBox
              on={away}
              label={self ? '我常住外地' : `${run.name}常住外地`}
              onChange={(on) => {
                setAway(on);
                setWrong(undefined);
              }}
            >
              {self ? '我常住外地' : `${run.name}常住外地`}
            </AgreeBox>
          </View>
        ) : null}
      </Field>
      <Field label="哪一天" aside="都不选也行">
        {remote.state === 'loading' ? <Skeleton rows={2} /> : null}
        {remote.state === 'problem' ? <ProblemNote problem={remote.problem} onAgain={reload} /> : null}
        {remote.state === 'ready' ? (
          <DayGrid
            days={remote.data.days}
            value={day}
            onChange={(to) => {
              setDay(to);
              setWrong(undefined);
            }}
          />
        ) : null}
        <Segments
          label="上午还是下午"
          options={[
            { value: 'morning', title: '上午' },
            { value: 'afternoon', title: '下午' },
          ]}
          value={half}
          onChange={(to) => {
            setHalf(to);
            setWrong(undefined);
          }}
        />
      </Field>
      {where === 'home' ? (
        <TextField label="到哪里找" hint="和登记的一样就空着" value={address} maxLength={200} long onChange={setAddress} />
      ) : null}
      <TextField label="打哪个电话" hint="和登记的一样就空着" keyboard="number" value={phone} maxLength={20} onChange={setPhone} />
      <Field label={call ? '让打来的人知道' : '让来的人知道'} aside="可选几样">
        <ManySegments
          label={call ? '让打来的人知道' : '让来的人知道'}
          options={notesFor(where).map((value) => ({ value, title: value }))}
          values={notes}
          onChange={setNotes}
        />
      </Field>
      <View className="gap">
        <TextField label="还有别的要说" hint="空着也行" value={words} maxLength={200} long onChange={setWords} />
      </View>
      {wrong ? (
        <View className="gap" {...accessible({ role: 'alert', live: 'polite' })}>
          <Note tone="attention">{wrong}</Note>
        </View>
      ) : null}
      {problem ? (
        <View className="gap">
          <ProblemNote problem={problem} />
        </View>
      ) : null}
      <View className="gap">
        <Note tone="info" icon="shield" title={call ? '打来的人会先报码' : '来的人会先报码'}>
          日子定了，这里写谁来、什么码。我们不收钱，不要验证码。
        </Note>
      </View>
      <View className="gap-s">
        <Cites citations={[call ? CITED.byPhone : where === 'home' ? CITED.atHome : CITED.byPeople]} />
      </View>
    </Page>
  );
});
