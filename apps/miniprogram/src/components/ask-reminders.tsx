import { View } from '@tarojs/components';
import { useState } from 'react';
import { accessible } from '@/platform/accessible';
import { askForReminders, type ReminderAbout, useReminders } from '@/platform/reminders';
import { Button } from './button';
import { Card } from './card';

const SAID = {
  yes: '好的，有消息就在微信里告诉您。',
  no: '好的，不发。消息都在“消息”里，随时能看。',
  'switched-off': '微信里的消息关着。想收，在微信的设置里打开；不收也行，都在“消息”里。',
} as const;

/** Offered right after something was done, with why; a no is as good as a yes. Where nothing can be sent, nothing stands here. */
export function AskReminders({ about, why }: { readonly about: readonly ReminderAbout[]; readonly why: string }) {
  const templates = useReminders(about);
  const [said, setSaid] = useState<keyof typeof SAID>();
  if (templates.length === 0) return null;
  // Nothing may be awaited before WeChat is asked.
  const ask = () =>
    askForReminders(templates).then(({ outcome, accepted }) => {
      if (outcome !== 'not-asked') setSaid(outcome === 'switched-off' ? 'switched-off' : accepted.length > 0 ? 'yes' : 'no');
    });
  return (
    <View className="gap">
      <Card>
        <View className="strong">有消息，微信里告诉您？</View>
        <View className="small quiet">{why}微信会问您一声，点“允许”就行。不写名字、不写钱数。</View>
        <View className="gap-s" {...accessible({ live: 'polite' })}>
          {said ? <View className="small">{SAID[said]}</View> : null}
        </View>
        {said === 'yes' ? null : (
          <View className="gap">
            <Button small kind="second" icon="bell" busyText="微信在问" onTap={ask}>
              微信里提醒我
            </Button>
          </View>
        )}
      </Card>
    </View>
  );
}
