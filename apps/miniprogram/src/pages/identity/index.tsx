import { View } from '@tarojs/components';
import { useEffect, useReducer, useState } from 'react';
import type { Application } from '@/application/application';
import { useApplication } from '@/application/use-application';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Head, Page } from '@/components/page';
import { useAccount } from '@/platform/account';
import { network as networkNow } from '@/platform/network';
import { useStore } from '@/platform/store';
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
  const work = useApplication();
  const network = useStore(networkNow);
  const [changing, setChanging] = useState(false);
  if (!account) return network === 'none' && work ? <WithoutNetwork work={work} /> : <SignInFirst />;
  if (account.identity === 'none' || changing) return <IdentityForm account={account} onDone={() => setChanging(false)} />;
  return (
    <View className="stack">
      <WhoCard account={account} onChange={() => setChanging(true)} />
      <PhoneCard account={account} />
      {account.identity === 'claimed' ? <VerifyCard /> : null}
    </View>
  );
}

/** Typed where there is no network: it lies sealed on the phone, and goes by itself. */
function WithoutNetwork({ work: { claim } }: { readonly work: Application }) {
  const [, look] = useReducer((n: number) => n + 1, 0);
  const [changing, setChanging] = useState(false);
  useEffect(() => claim.subscribe(look), [claim]);
  const waiting = claim.waiting();
  if (!waiting || changing) return <IdentityForm onDone={() => setChanging(false)} />;
  return (
    <>
      <Head title={`${waiting.name}，记下了`} lead="锁在这部手机里，有网就自己送，送到就从手机里删掉。" />
      <Button kind="second" onTap={() => setChanging(true)}>
        改一改
      </Button>
    </>
  );
}
