import { residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button';
import { ProblemNote } from '@/components/problem-panel';
import { clientFor } from '@/platform/acting';
import { today } from '@/platform/clock';
import { useRemote } from '@/platform/use-remote';
import { momentFrom } from '@/wording/day';

/** As many as one reads out on the phone. */
const NEWEST = 5;

/** What was told to somebody whose notices one gets, newest first. Reading them here marks none as read: that is the person's to do. */
export function Notices({ grantId, name }: { readonly grantId: string; readonly name: string }) {
  const [open, setOpen] = useState(false);
  const { remote, reload } = useRemote(() => clientFor(grantId)(residentApi.messages, { query: {} }), open);
  if (!open)
    return (
      <Button kind="second" label={`看${name}的消息`} onTap={() => setOpen(true)}>
        看消息
      </Button>
    );
  if (remote.state === 'loading') return <View className="quiet">正在取</View>;
  if (remote.state === 'problem') return <ProblemNote problem={remote.problem} onAgain={reload} />;
  const items = remote.data.items.slice(0, NEWEST);
  if (items.length === 0) return <View className="quiet">现在没有消息。</View>;
  return (
    <View className="stack">
      {items.map((one) => (
        <View key={one.messageId}>
          <View className="strong">{one.title}</View>
          <View>{one.sentence.sentence}</View>
          <View className="small quiet">{momentFrom(today(), one.at)}</View>
        </View>
      ))}
    </View>
  );
}
