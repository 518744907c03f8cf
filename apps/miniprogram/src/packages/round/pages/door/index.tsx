import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Application } from '@/application/application';
import { stillWanted } from '@/application/round/door-body';
import type { AtDoor, DoorDraft } from '@/application/round/door-draft';
import { useApplication } from '@/application/use-application';
import { AccountGate } from '@/components/account-gate';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Head, Page } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { goBack } from '@/platform/navigate';
import { AtTheDoor } from '../../_parts/at-the-door';
import { SentDoor } from '../../_parts/sent-door';
import { useRound } from '../../_parts/use-round';

/** One door: whom she saw, what changed, photos, wishes, two names; sent as one. */
export default function DoorPage() {
  const app = useApplication();
  if (!app)
    return (
      <Page title="这一家">
        <Skeleton rows={5} />
      </Page>
    );
  return <Inside app={app} />;
}

function Inside({ app }: { readonly app: Application }) {
  const { id = '' } = useRouter().params;
  const round = useRound(app);
  const door = round.door(id);
  if (!door)
    return (
      <Page
        title="这一家"
        actions={
          <ActionBar>
            <Button onTap={goBack}>看今天的单子</Button>
          </ActionBar>
        }
      >
        <Head title="这一家不在手机里了" lead="送到了的，过了那天自己清掉。" />
      </Page>
    );
  return door.state === 'open' || door.state === 'refused' ? <Writing app={app} door={door} /> : <SentDoor round={round} door={door} />;
}

function Writing({ app, door }: { readonly app: Application; readonly door: DoorDraft }) {
  const [asked, setAsked] = useState(false);
  const wanted = stillWanted(door);
  const change = (at: Partial<AtDoor>) => app.round.change(door.id, (before) => ({ ...before, ...at }));
  const send = (): void => {
    setAsked(true);
    if (wanted) return;
    void app.round.send(door.id);
  };
  return (
    <Page
      title={door.name}
      actions={
        <ActionBar {...(asked && wanted && { hint: wanted.words })}>
          <Button onTap={send}>记好了，送</Button>
        </ActionBar>
      }
    >
      <AccountGate>
        <AtTheDoor app={app} door={door} change={change} {...(asked && wanted && { wanted })} />
        <View className="gap">
          <Button
            kind="quiet"
            onTap={() => {
              app.round.drop(door.id);
              goBack();
            }}
          >
            不要了
          </Button>
        </View>
      </AccountGate>
    </Page>
  );
}
