import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useAgreed } from '@/platform/agreement';
import { canSignIn } from '@/platform/login';
import { goTo } from '@/platform/navigate';
import { Button } from './button';
import { Head } from './page';
import { PersonaGate } from './persona-gate';

/** Around whatever needs to know whose phone this is. What stands in the way is said, with the next step. */
export function AccountGate({ children }: { readonly children: ReactNode }) {
  const agreed = useAgreed();
  if (!canSignIn())
    return <Head title="这一页在微信里办" lead="请在微信里打开“救助通”小程序，再来这一页。也可以打电话，或者到镇街窗口办。" />;
  if (!agreed)
    return (
      <>
        <Head title="先看看您的信息怎么用" lead="看过、同意了，才记您的事。不同意也能到处看看，也能到窗口办。" />
        <View className="stack">
          <Button onTap={() => goTo('privacy')}>看一看</Button>
          <Button kind="second" onTap={() => goTo('help', { about: 'window' })}>
            我去窗口办
          </Button>
        </View>
      </>
    );
  return <PersonaGate>{children}</PersonaGate>;
}
