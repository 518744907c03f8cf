import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { application } from '@/application/application';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Hops } from '@/components/hops';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { State } from '@/components/state';
import { session } from '@/platform/api';
import { today } from '@/platform/clock';
import { goBack, goTab, goTo } from '@/platform/navigate';
import { network } from '@/platform/network';
import { useStore } from '@/platform/store';
import { momentFrom } from '@/wording/day';
import { waitingThings } from './_parts/waiting-things';
import './index.scss';

/** What is on this phone and has not arrived, and how far each thing has come. */
export default function Outbox() {
  const work = useStore(application);
  const now = useStore(network);
  const [, look] = useState(0);
  useEffect(() => {
    const again = () => look((n) => n + 1);
    const ends = work
      ? [work.draft.subscribe(again), work.photos.subscribe(again), work.sender.subscribe(again), work.changes.subscribe(again)]
      : [];
    return () => {
      for (const end of ends) end();
    };
  }, [work]);
  const things = work ? waitingThings(work) : [];
  const onlyChanges = things.length > 0 && work?.changes.onTheWay().length === things.length;
  const sendNow = async () => {
    if (await session.signIn()) return;
    await Promise.all([work?.draft.saveNow(), work?.photos.go(), work?.sender.resume(), work?.changes.resume()]);
  };
  return (
    <Page
      title="待送的"
      actions={
        things.length ? (
          <ActionBar>
            <ButtonRow>
              <Button kind="second" busyText="正在连" onTap={sendNow}>
                再连一次
              </Button>
              {onlyChanges ? <Button onTap={() => goTab('cases')}>看办理</Button> : <Button onTap={() => goTo('apply')}>接着填</Button>}
            </ButtonRow>
          </ActionBar>
        ) : (
          <ActionBar>
            <Button kind="second" onTap={goBack}>
              好
            </Button>
          </ActionBar>
        )
      }
    >
      <Head
        tight
        title={things.length ? `${things.length} 样东西等着送` : '没有等着送的'}
        lead={things.length ? (now === 'none' ? '有网就自动送，一样不会丢。' : '正在送，一样不会丢。') : '您交的、存的，都送到了。'}
      />
      {things.length ? (
        <View className="card card--list">
          {things.map((t) => (
            <View key={t.key} className="waiting">
              <View className="waiting__line" />
              <View className="waiting__head">
                <View className="strong">{t.title}</View>
                <State kind={t.partly ? 'half' : 'on-phone'}>{t.state}</State>
              </View>
              <View className="cap quiet">{t.savedAt ? `${momentFrom(today(), new Date(t.savedAt).toISOString())} 存好` : t.under}</View>
              <Hops reached={t.reached} title={t.title} />
            </View>
          ))}
        </View>
      ) : null}
      {things.length ? (
        <View className="gap">
          <Note tone="plain">送完以前，先别换手机、别清微信。</Note>
        </View>
      ) : null}
    </Page>
  );
}
