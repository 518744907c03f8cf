import { CHANGE_STATE_NAMES, type ChangeView, wordsOf } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useEffect, useReducer } from 'react';
import { application } from '@/application/application';
import { type ChangeRecord, isBare } from '@/application/change/change-record';
import { Card, Row } from '@/components/card';
import { Section } from '@/components/page';
import { SpokenNumber } from '@/components/slip';
import { State } from '@/components/state';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { useStore } from '@/platform/store';
import { dayFrom, momentFrom } from '@/wording/day';

/** Notices of this phone that are being filled in or on their way. */
export function useChangesHere(): { readonly drafts: readonly ChangeRecord[]; readonly onTheWay: readonly ChangeRecord[] } {
  const work = useStore(application);
  const [, look] = useReducer((n: number) => n + 1, 0);
  useEffect(() => work?.changes.subscribe(look), [work]);
  return { drafts: work?.changes.drafts().filter((one) => !isBare(one)) ?? [], onTheWay: work?.changes.onTheWay() ?? [] };
}

const NAMES: Readonly<Record<ChangeRecord['lane'], string>> = { change: '家里有变化', bereavement: '有亲人过世', nothing: '报个平安' };

export function open({ lane, changeId, askedAt }: ChangeRecord): void {
  if (lane === 'bereavement') goTo('bereavement', { id: changeId });
  else if (askedAt !== undefined || lane === 'nothing') goTo('changeEffect', { id: changeId });
  else goTo('change');
}

export const UnfinishedChange = ({ one }: { readonly one: ChangeRecord }) => (
  <Row
    icon="swap"
    title={NAMES[one.lane]}
    under={`${momentFrom(today(), new Date(one.savedAt).toISOString())} 存好`}
    aside={<State kind="half">接着说</State>}
    onTap={() => open(one)}
  />
);

/** Changes that were told: a look and a number of their own, apart from applications. */
export function ToldChanges({ told, onTheWay }: { readonly told: readonly ChangeView[]; readonly onTheWay: readonly ChangeRecord[] }) {
  if (told.length + onTheWay.length === 0) return null;
  return (
    <Section title="报过的变化">
      <Card list>
        {onTheWay.map((one) => (
          <Row
            key={one.changeId}
            icon="swap"
            iconTone="attention"
            title={NAMES[one.lane]}
            under="交了，还没送到，有网自己送"
            aside={<State kind="on-phone">在手机里</State>}
            onTap={() => open(one)}
          />
        ))}
        {told.map(({ receipt, state }) => (
          <Row
            key={receipt.changeId}
            icon="swap"
            title={receipt.told.length > 1 ? `${receipt.told[0]}等 ${receipt.told.length} 样` : (receipt.told[0] ?? '家里有变化')}
            under={
              <>
                <View>{wordsOf(CHANGE_STATE_NAMES, state, '工作人员在办')}</View>
                <View>凭证号</View>
                <SpokenNumber number={receipt.number} />
                <View className="digits">{`${dayFrom(today(), receipt.toldOn)}报的`}</View>
              </>
            }
            onTap={() => goTo('changeProgress', { id: receipt.changeId })}
          />
        ))}
      </Card>
    </Section>
  );
}
