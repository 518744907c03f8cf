import type { AccountView } from '@assist/contracts';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Head } from '@/components/page';
import { Facts } from '@/components/slip';
import { State } from '@/components/state';

export function WhoCard({ account, onChange }: { readonly account: AccountView; readonly onChange: () => void }) {
  const verified = account.identity === 'verified';
  return (
    <>
      <Head tight title={account.name ? `${account.name}，记下了` : '记下了'} lead={verified ? '身份核过了。' : '可以申请了。'} />
      <Card>
        <Facts
          facts={[
            { name: '姓名', value: account.name ?? '没有写' },
            { name: '证件号', value: account.maskedNumber ?? '还没有' },
            { name: '身份', value: verified ? <State kind="done">核过了</State> : <State kind="half">自己写的</State> },
          ]}
        />
        {verified ? null : (
          <View className="gap">
            <Button kind="second" small onTap={onChange}>
              改一改
            </Button>
          </View>
        )}
      </Card>
    </>
  );
}
