import { View } from '@tarojs/components';
import { useState } from 'react';
import { AccountGate } from '@/components/account-gate';
import { Page } from '@/components/page';
import { useAccount } from '@/platform/account';
import { IdentityForm } from './_parts/identity-form';
import { PhoneCard } from './_parts/phone-card';
import { SignInFirst } from './_parts/sign-in-first';
import { VerifyCard } from './_parts/verify-card';
import { WhoCard } from './_parts/who-card';

/** Name and paper as the person says them, the phone as WeChat knows it, and the code that a clerk hands over. */
export default function Identity() {
  return (
    <Page title="您是谁">
      <AccountGate>
        <Inside />
      </AccountGate>
    </Page>
  );
}

function Inside() {
  const account = useAccount();
  const [changing, setChanging] = useState(false);
  if (!account) return <SignInFirst />;
  if (account.identity === 'none' || changing) return <IdentityForm account={account} onDone={() => setChanging(false)} />;
  return (
    <View className="stack">
      <WhoCard account={account} onChange={() => setChanging(true)} />
      <PhoneCard account={account} />
      {account.identity === 'claimed' ? <VerifyCard /> : null}
    </View>
  );
}
