import { type ApplicationView, knownOf, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Section } from '@/components/page';
import { api } from '@/platform/api';
import { goTo } from '@/platform/navigate';
import { useRemote } from '@/platform/use-remote';

const WAYS = { inbox: '救助通的“消息”', wechat: '微信提醒', text: '短信' } as const;
type Told = NonNullable<ApplicationView['told']>[number];

/** Who is told what happens, and where they read it. It is asked of the server: a helper may have been taken on or stopped meanwhile. */
export function WhoIsTold({ applicationId }: { readonly applicationId: string }) {
  const { remote } = useRemote(() => api(residentApi.application, { params: { applicationId } }));
  const told = remote.state === 'ready' ? remote.data.told : undefined;
  if (!told) return null;
  return (
    <Section title="有事告诉谁">
      <Card>
        {told.map((one) => (
          <View key={one.helper ?? ''} className="gap-s">
            <View className="strong">{one.helper ? `${one.helper}（您让他收通知）` : '您'}</View>
            <View className="small quiet">{waysOf(one)}</View>
          </View>
        ))}
        <View className="gap">
          <Button kind="quiet" small icon="people" onTap={() => goTo('proxies')}>
            添一个、停一个
          </Button>
        </View>
      </Card>
    </Section>
  );
}

const waysOf = ({ helper, ways }: Told): string =>
  helper
    ? '在他手机的“我帮的人”里看'
    : `${knownOf(ways)
        .map((way) => WAYS[way])
        .join('、')}${ways.includes('wechat') ? '' : '；微信提醒还没打开'}`;
