import { useDidShow } from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import type { UrgentHelp } from '@/application/urgent/urgent-help';
import { useApplication } from '@/application/use-application';
import { Page } from '@/components/page';
import { Numbers } from './_parts/numbers';
import { Sent } from './_parts/sent';
import { Tell } from './_parts/tell';
import './index.scss';

/** Help at once, without signing in: say it, where, whom to call back. Numbers to call stand here whatever happens. */
export default function Urgent() {
  const app = useApplication();
  return app ? (
    <Here urgent={app.urgent} />
  ) : (
    <Page open title="急事求助">
      <Numbers />
    </Page>
  );
}

function Here({ urgent }: { readonly urgent: UrgentHelp }) {
  const state = useSyncExternalStore(urgent.subscribe, urgent.state, urgent.state);
  useDidShow(() => void urgent.look());
  const told = state.entry && !state.entry.refused;
  return told && state.entry ? (
    <Sent urgent={urgent} entry={state.entry} waits={state.waits} busy={state.busy} />
  ) : (
    <Tell urgent={urgent} state={state} />
  );
}
