import { type ChangePreview, type Problem, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { formOf } from '@/application/change/form-of';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { AgreeBox } from '@/components/choice';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTab, goTo, replaceWith } from '@/platform/navigate';
import { yuanInDigits } from '@/wording/amount';
import { goodFirst, HEADS, mainEffect, saidOnce } from '../../_logic/effect-words';
import { householdName } from '../../_logic/household';
import { EffectCard, Referrals, Working } from '../../_parts/effect-card';
import { Promised } from '../../_parts/promised';
import { SendingNote } from '../../_parts/sending-note';
import { type ChangeProps, withChange } from '../../_parts/with-change';
import '../../_parts/change.scss';

type Preview =
  | { readonly state: 'asking' }
  | { readonly state: 'ready'; readonly preview: ChangePreview }
  | { readonly state: 'problem'; readonly problem: Problem };

/** Nothing is sent yet: first what it is likely to do. Sending is the person's choice; kept it is either way. */
function Effect(props: ChangeProps) {
  const { app, record, family, change } = props;
  const [seen, setSeen] = useState<Preview>({ state: 'asking' });
  const content = JSON.stringify([record.draft.changed, record.draft.caseId, record.draft.personName, record.draft.residence]);
  const latest = useRef(record);
  latest.current = record;
  const ask = useCallback(async (): Promise<void> => {
    const { lane } = latest.current;
    const made = formOf(latest.current, [], today());
    if (lane !== 'change' || !made.ok) return;
    const answer = await api(residentApi.previewChange, { body: { form: made.form } });
    setSeen(answer.ok ? { state: 'ready', preview: answer.data } : { state: 'problem', problem: answer.problem });
  }, []);
  useEffect(() => void ask(), [ask, content]);
  const first = useRef(true);
  useDidShow(() => {
    if (!first.current) void ask();
    first.current = false;
  });
  const send = async (): Promise<void> => {
    const sending = await app.changes.send(record.changeId);
    if (sending.kind === 'received') return replaceWith('changeReceipt', { id: record.changeId });
    const field = sending.kind === 'fix' ? sending.fields[0]?.path : undefined;
    if (field !== undefined) goTo('changeDetails', { id: record.changeId, field });
  };
  const asked = record.askedAt !== undefined;
  const whose = householdName(record, family);
  const made = formOf(record, [], today());
  return (
    <Page
      title={record.lane === 'nothing' ? '报个平安' : '先看影响'}
      actions={
        <ActionBar hint={record.lane === 'nothing' ? '说了就记一笔，不用跑' : '这是估算，最后由镇街核定'}>
          <ButtonRow>
            <Button kind="second" onTap={() => goTab('cases')}>
              {asked ? '先不管它' : '先存着'}
            </Button>
            <Button busy={app.changes.isSending(record.changeId)} onTap={send}>
              {asked ? '再送一次' : '发给镇上'}
            </Button>
          </ButtonRow>
        </ActionBar>
      }
    >
      <View className="tag">{asked ? '在手机里，等着送' : '还没发，先算给您看'}</View>
      <SendingNote {...props} />
      {record.problem && !asked ? (
        <View className="below">
          <ProblemNote problem={record.problem} />
        </View>
      ) : null}
      {record.lane === 'nothing' ? (
        <Head title="都没变，报个平安" lead={`${whose}，家里人口、收入、财产都和以前一样。`} />
      ) : !made.ok ? (
        <Fix record={record} fields={made.fields} />
      ) : seen.state === 'ready' ? (
        <Estimate
          preview={seen.preview}
          whose={whose}
          passOn={record.draft.passOn}
          onPassOn={(passOn) => change((draft) => ({ ...draft, passOn }))}
        />
      ) : seen.state === 'problem' ? (
        <>
          <Head title="有网再算，先发也行" lead="影响这会儿算不出来。发不发，都由您。" />
          <ProblemNote problem={seen.problem} onAgain={ask} />
        </>
      ) : (
        <>
          <Head title="正在算给您看" lead="还没发出去。" />
          <Skeleton rows={5} />
        </>
      )}
      <Promised declared={record.draft.declared} />
      <View className="gap">
        <Button kind="quiet" icon="pen" onTap={() => goTo('changeDetails', { id: record.changeId, field: 'reporter' })}>
          改一改
        </Button>
      </View>
    </Page>
  );
}

const Fix = ({
  record,
  fields,
}: Pick<ChangeProps, 'record'> & { readonly fields: readonly { readonly path: string; readonly sentence: string }[] }) => (
  <>
    <Head title="有一处请再看一下" lead="看过就能发，别的都在。" />
    <View className="stack">
      {fields.map((f) => (
        <Button key={f.path} kind="second" onTap={() => goTo('changeDetails', { id: record.changeId, field: f.path })}>
          {f.sentence}
        </Button>
      ))}
    </View>
  </>
);

function Estimate({
  preview,
  whose,
  passOn,
  onPassOn,
}: {
  readonly preview: ChangePreview;
  readonly whose: string;
  readonly passOn: boolean | undefined;
  readonly onPassOn: (on: boolean) => void;
}) {
  const effects = saidOnce(preview.effects);
  const main = mainEffect({ ...preview, effects });
  if (!main) return <Head title="镇上看过再说" lead={preview.decides.sentence} />;
  const head = HEADS[main.outcome];
  const others = goodFirst(effects.filter((effect) => effect !== main));
  const all = [main, ...effects];
  const missing = [...new Set(all.flatMap((effect) => effect.missing))];
  return (
    <>
      <Head
        title={head.title}
        lead={
          head.lead ??
          (main.taperMonths && main.amountBefore !== undefined
            ? `${whose}，6 个月里每月照发 ${yuanInDigits(main.amountBefore)} 元。`
            : whose)
        }
      />
      <EffectCard effect={main} {...(preview.effects.length > 1 && { title: preview.together ? '几样合在一起' : main.title })} />
      {missing.length > 0 ? (
        <View className="gap">
          <Note tone="info" title="再说几样，就算得准">
            {`${oneAfterAnother(missing.slice(0, 4))}不说也能先发。`}
          </Note>
        </View>
      ) : null}
      {main.working.length > 0 ? (
        <Section title="怎么算的">
          <Working lines={main.working} />
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section title="一样一样看">
          {others.map((effect) => (
            <View key={effect.event} className="below">
              <EffectCard effect={effect} title={effect.title} />
            </View>
          ))}
        </Section>
      ) : null}
      {preview.passOn || preview.afterLeaving ? (
        <Section title={main.outcome === 'taper' ? '6 个月以后' : '万一以后够不上'}>
          {preview.passOn ? (
            <>
              <AgreeBox on={passOn ?? false} onChange={onPassOn} label="我同意到时候直接看别的帮助">
                <View className="strong">我同意到时候直接看别的帮助</View>
                <View className="small quiet">{preview.passOn.sentence}</View>
              </AgreeBox>
              <Cites citations={preview.passOn.clauses} />
            </>
          ) : null}
          {preview.afterLeaving ? (
            <>
              <Note tone="info" icon="stairs">
                {preview.afterLeaving.sentence}
              </Note>
              <Cites citations={preview.afterLeaving.clauses} />
            </>
          ) : null}
        </Section>
      ) : null}
      {all.some((effect) => effect.referrals.length > 0) ? (
        <Section title="还能一起问的帮助">
          <Referrals effects={all} />
        </Section>
      ) : null}
      <View className="gap">
        <Card>
          <View>{preview.decides.sentence}</View>
          <Cites citations={preview.decides.clauses} />
        </Card>
      </View>
    </>
  );
}

export default withChange('先看影响', Effect, 'change');

/** Questions end by themselves; what does not is told apart and ended. */
const oneAfterAnother = (said: readonly string[]): string =>
  said.map((one, i) => (one.endsWith('？') ? one : `${one}${i < said.length - 1 ? '；' : '。'}`)).join('');
