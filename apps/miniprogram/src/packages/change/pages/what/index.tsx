import { View } from '@tarojs/components';
import { useState } from 'react';
import { isBare } from '@/application/change/change-record';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { PictureChoice } from '@/components/picture-choice';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { momentFrom } from '@/wording/day';
import { GROUPS } from '../../_logic/groups';
import { toggleGroup } from '../../_logic/pick-events';
import { type ChangeProps, withChange } from '../../_parts/with-change';
import '../../_parts/change.scss';

const PICTURES = GROUPS.map(({ id, name, icon }) => ({ value: id, title: name, icon }));

/** Good and bad things are the same size; a death stands apart and is said softly; "nothing changed" is one tap. */
function What({ app, record, family, change, changeBeside }: ChangeProps) {
  const [asked, setAsked] = useState(false);
  const groups = record.beside.groups ?? [];
  const [before] = useState(() => (isBare(record) ? undefined : record.savedAt));
  const toggle = (id: string) => {
    setAsked(false);
    const after = toggleGroup(record, id);
    change(() => after.draft);
    changeBeside(() => after.beside);
  };
  const on = () => {
    if (groups.length === 0) return setAsked(true);
    goTo('changeDetails', { id: record.changeId });
  };
  const nothing = async (): Promise<void> => {
    const one = app.changes.begin('nothing');
    if (!one) return;
    const only = family?.cases.length === 1;
    if (!only) return goTo('changeDetails', { id: one.changeId });
    const sending = await app.changes.send(one.changeId);
    if (sending.kind === 'received') goTo('changeReceipt', { id: one.changeId });
    else goTo('changeEffect', { id: one.changeId });
  };
  return (
    <Page
      title="家里有变化"
      actions={
        <ActionBar {...(asked && { hint: '先选一样，或者点“都没变”' })}>
          <Button onTap={on}>{groups.length > 0 ? `选了 ${groups.length} 样，下一步` : '选好了，下一步'}</Button>
        </ActionBar>
      }
    >
      <Head tight title="家里有什么变化？" lead="可以选几样。早点说，对您有好处。" />
      {before ? (
        <View className="below">
          <Note tone="plain">{`接着上次的，${momentFrom(today(), new Date(before).toISOString())} 存在这部手机里。`}</Note>
        </View>
      ) : null}
      <View className="below">
        <Button kind="second" icon="equal" busyText="正在送" onTap={nothing}>
          都没变，报个平安
        </Button>
      </View>
      <PictureChoice label="家里有什么变化" options={PICTURES} values={groups} onToggle={toggle} />
      <View className="gap">
        <Card list>
          <Row icon="candle" iconTone="plain" title="有亲人过世了" under="一次说完，后面的事我们来" onTap={() => goTo('bereavement')} />
        </Card>
      </View>
      <Button kind="quiet" onTap={() => goTo('help', { about: 'change' })}>
        打电话、到窗口说也一样
      </Button>
    </Page>
  );
}

export default withChange('家里有变化', What, 'change');
