import { View } from '@tarojs/components';
import { Card, Row } from '@/components/card';
import { useAccount } from '@/platform/account';
import { goTo } from '@/platform/navigate';

/** Where a page leads on that has nothing to show: to who one is, as long as that is not verified, and to a person. */
export function OnFromHere() {
  const verified = useAccount()?.identity === 'verified';
  return (
    <View className="gap">
      <Card list>
        {verified ? null : <Row icon="card" title="核一下身份" under="到窗口、等人上门，给您一个码" onTap={() => goTo('identity')} />}
        <Row icon="phone" title="打电话、到窗口问" onTap={() => goTo('help', { about: 'call' })} />
      </Card>
    </View>
  );
}
