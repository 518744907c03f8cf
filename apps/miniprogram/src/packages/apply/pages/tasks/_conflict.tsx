import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Application } from '@/application/application';
import type { DraftState } from '@/application/draft/draft-store';
import { momentText } from '@/application/words/day-and-time';
import { ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import { today } from '@/platform/clock';

/** Written on two phones, or twice on this one: the person says which one goes on. The other one stays, and can be taken back. */
export function Conflict({ app, state: { conflict, record } }: { readonly app: Application; readonly state: DraftState }) {
  const [asked, setAsked] = useState(false);
  if (conflict && record) {
    const theirs = momentText(conflict.savedAt, today());
    const mine = momentText(new Date(record.savedAt).toISOString(), today());
    return (
      <Sheet
        title={conflict.here ? '这部手机上填过两份，用哪一份？' : '两部手机都填过，用哪一份？'}
        actions={
          <>
            <Button onTap={() => app.draft.settle('mine')}>{`${conflict.here ? '用新填的' : '用这部手机的'}（${mine}）`}</Button>
            <Button
              kind="second"
              onTap={() => app.draft.settle('theirs')}
            >{`${conflict.here ? '用以前填的' : '用另一份'}（${theirs}）`}</Button>
          </>
        }
      >
        <View>没选的那份也留着，能换回来。</View>
      </Sheet>
    );
  }
  if (!record?.setAside) return null;
  const kept = momentText(new Date(record.setAside.savedAt).toISOString(), today());
  return (
    <>
      <Note tone="plain" title="还有一份放在一边">
        {kept} 填的。
      </Note>
      {asked ? (
        <Card tone="attention">
          <View>换成那一份？现在这份就放到一边。</View>
          <View className="gap">
            <ButtonRow>
              <Button kind="second" small onTap={() => setAsked(false)}>
                不换
              </Button>
              <Button
                small
                onTap={() => {
                  app.draft.swapSetAside();
                  setAsked(false);
                }}
              >
                换过来
              </Button>
            </ButtonRow>
          </View>
        </Card>
      ) : (
        <Button kind="quiet" onTap={() => setAsked(true)}>
          换成那一份
        </Button>
      )}
    </>
  );
}
