import { type ApplicationView, type CorrectionView, NOT_KNOWN, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useMemo, useReducer, useState } from 'react';
import type { Application } from '@/application/application';
import { ANSWER_HINTS, ANSWER_NAMES, type AnswerKind, photoOwner } from '@/application/follow/correction-answers';
import { LeftPhotos } from '@/application/left-photos';
import { PhotoBox } from '@/application/photo-box';
import { useApplication } from '@/application/use-application';
import { AccountGate } from '@/components/account-gate';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Choice } from '@/components/choice';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { State } from '@/components/state';
import { TextField } from '@/components/text-field';
import { useAgreed } from '@/platform/agreement';
import { api } from '@/platform/api';
import { replaceWith } from '@/platform/navigate';
import { useRemote } from '@/platform/use-remote';
import '../../_parts/progress.scss';

export default function CorrectionPage() {
  const app = useApplication();
  const { id = '', correction = '' } = useRouter().params;
  const { remote, reload } = useRemote(() => api(residentApi.application, { params: { applicationId: id } }), useAgreed());
  const asked = remote.state === 'ready' ? remote.data.corrections.find((c) => c.id === correction) : undefined;
  if (app && remote.state === 'ready' && asked) return <Answer app={app} view={remote.data} asked={asked} />;
  return (
    <Page title="请您补几样">
      <AccountGate>
        <Head title={remote.state === 'problem' ? '这会儿没取到' : '镇上请您补几样'} tight />
        {remote.state === 'problem' ? (
          <ProblemNote problem={remote.problem} onAgain={reload} />
        ) : remote.state === 'ready' ? (
          <Note>没有找到这张单子，别的都在。</Note>
        ) : (
          <Skeleton rows={5} />
        )}
      </AccountGate>
    </Page>
  );
}

const WAYS = Object.keys(ANSWER_NAMES) as AnswerKind[];
/** For somebody who tapped "I have none". */
const NONE_FIRST: readonly AnswerKind[] = ['cannot-find', 'cannot-get', 'not-me', 'words', 'photo'];

/** One item a screen; any of the five answers leads on. Sent once, all together. */
function Answer({ app, view, asked }: { readonly app: Application; readonly view: ApplicationView; readonly asked: CorrectionView }) {
  const { none } = useRouter().params;
  const applicationId = view.receipt.applicationId;
  const answer = useMemo(() => app.correction(applicationId, asked), [app, applicationId, asked]);
  const [, look] = useReducer((n: number) => n + 1, 0);
  useEffect(() => answer.subscribe(look), [answer]);
  useEffect(() => app.photos.subscribe(look), [app]);
  const [at, setAt] = useState(() => asked.items[0]?.id);
  const state = answer.state();
  if (state.kind === 'answered')
    return (
      <Page
        title="请您补几样"
        actions={
          <ActionBar>
            <Button onTap={() => replaceWith('progress', { id: applicationId })}>看进度</Button>
          </ActionBar>
        }
      >
        <Head title="您补的已收到" lead="镇上接着看。还要什么，会再告诉您。" />
      </Page>
    );
  const item = asked.items.find((i) => i.id === at);
  const index = asked.items.findIndex((i) => i.id === at);
  const send = async (): Promise<void> => {
    const open = answer.nextOpen();
    if (open !== undefined) setAt(open);
    else await answer.send();
  };
  if (!item) {
    const open = asked.items.filter((i) => !answer.answered(i.id)).length;
    return (
      <Page
        title="请您补几样"
        actions={
          <ActionBar hint={open ? `还有 ${open} 样没说` : '一次交齐，镇上接着看'}>
            <Button busy={state.kind === 'sending'} onTap={send}>
              {open ? '接着说下一样' : '交上去'}
            </Button>
          </ActionBar>
        }
      >
        <Head title="看一遍，再交上去" />
        {state.kind === 'again' ? <ProblemNote problem={state.problem} onAgain={send} /> : null}
        {state.kind === 'photos' ? (
          <Note tone="attention" title={`还有 ${state.waiting} 张照片没传完`}>
            都在手机里，有网就接着传。传完再点一次。
          </Note>
        ) : null}
        <Card list>
          {asked.items.map((i) => {
            const chosen = answer.item(i.id).answer;
            const done = answer.answered(i.id);
            return (
              <Row
                key={i.id}
                title={i.title}
                under={chosen ? ANSWER_NAMES[chosen] : '还没说'}
                aside={<State kind={done ? 'done' : 'none'}>{done ? '说好了' : '还没说'}</State>}
                onTap={() => setAt(i.id)}
              />
            );
          })}
        </Card>
      </Page>
    );
  }
  const { answer: chosen, words = '' } = answer.item(item.id);
  const ways = none ? NONE_FIRST : WAYS;
  const on = () => setAt(asked.items[index + 1]?.id);
  return (
    <Page
      title={`补 ${index + 1}/${asked.items.length}`}
      actions={
        <ActionBar hint="选哪个都能往下走，边填边存">
          <ButtonRow>
            {index > 0 ? (
              <Button kind="second" onTap={() => setAt(asked.items[index - 1]?.id)}>
                上一样
              </Button>
            ) : null}
            <Button onTap={on}>{index + 1 < asked.items.length ? '下一样' : '好了，看一遍'}</Button>
          </ButtonRow>
        </ActionBar>
      }
    >
      <Head title={item.title} lead={item.reason} />
      {ways.map((way) => (
        <View key={way} className="way">
          <Choice
            option={{ value: way, title: ANSWER_NAMES[way], ...(ANSWER_HINTS[way] && { under: ANSWER_HINTS[way] }) }}
            on={chosen === way}
            onTap={() => void answer.choose(item.id, { answer: way })}
          />
          {chosen === way ? (
            <View className="way__more">
              {way === 'photo' ? (
                <>
                  <PhotoBox
                    key={item.id}
                    app={app}
                    owner={photoOwner(asked.id, item.id)}
                    about={item.evidence === undefined || item.evidence === NOT_KNOWN ? 'other' : item.evidence}
                  />
                  <LeftPhotos
                    app={app}
                    applicationId={applicationId}
                    owner={photoOwner(asked.id, item.id)}
                    about={item.evidence === undefined || item.evidence === NOT_KNOWN ? 'other' : item.evidence}
                  />
                </>
              ) : (
                <TextField
                  key={item.id}
                  label={way === 'words' ? '您说' : '写一句'}
                  {...(way !== 'words' && { aside: '可以空着' })}
                  long
                  maxLength={500}
                  value={words}
                  onChange={(text) => void answer.choose(item.id, { words: text })}
                />
              )}
            </View>
          ) : null}
        </View>
      ))}
    </Page>
  );
}
