import type { DraftForm } from '@assist/contracts';
import { useDidHide, useUnload } from '@tarojs/taro';
import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Head, Page } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { useAgreed } from '@/platform/agreement';
import { goTab, goTo } from '@/platform/navigate';
import { useStore } from '@/platform/store';
import { type Application, application, openApplication } from './application';
import type { Beside, DraftRecord } from './draft/draft-record';
import type { DraftState } from './draft/draft-store';
import type { SendState } from './send/sender';

/** The application of this phone, or nothing for the moment in which it is read. */
export function useApplication(): Application | undefined {
  useEffect(() => void openApplication(), []);
  return useStore(application);
}

export const useSendState = (app: Application): SendState => useSyncExternalStore(app.sender.subscribe, app.sender.state, app.sender.state);

/** What a page of the form works with. */
export interface DraftProps {
  readonly app: Application;
  readonly state: DraftState;
  readonly record: DraftRecord;
  readonly form: DraftForm;
  readonly beside: Beside;
  readonly change: (edit: (form: DraftForm) => DraftForm) => void;
  readonly changeBeside: (edit: (beside: Beside) => Beside) => void;
}

/** A page of the form. Whatever button leaves it, what was typed is written down first. */
export function withDraft(title: string, Content: ComponentType<DraftProps>) {
  return function DraftPage() {
    const app = useApplication();
    const agreed = useAgreed();
    useDidHide(() => app?.draft.flush());
    useUnload(() => app?.draft.flush());
    if (!app) return <Waiting title={title} />;
    return agreed ? <Filled app={app} title={title} Content={Content} /> : <FirstTheNotice title={title} />;
  };
}

function Filled({
  app,
  title,
  Content,
}: {
  readonly app: Application;
  readonly title: string;
  readonly Content: ComponentType<DraftProps>;
}) {
  const { draft } = app;
  const state = useSyncExternalStore(draft.subscribe, draft.state, draft.state);
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    draft.begin();
    setBegun(true);
    return draft.flush;
  }, [draft]);
  if (state.newer) return <TooOld title={title} />;
  if (!state.record) return begun ? <Sent title={title} onNew={() => draft.begin()} /> : <Waiting title={title} />;
  const { form, beside } = state.record;
  return <Content {...{ app, state, record: state.record, form, beside, change: draft.change, changeBeside: draft.changeBeside }} />;
}

const Waiting = ({ title }: { readonly title: string }) => (
  <Page title={title}>
    <Skeleton rows={5} />
  </Page>
);

/** Nothing is collected before. Looking around is possible without agreeing. */
export const FirstTheNotice = ({ title }: { readonly title: string }) => (
  <Page
    title={title}
    actions={
      <ActionBar>
        <Button onTap={() => goTo('privacy')}>先看您的信息怎么用</Button>
      </ActionBar>
    }
  >
    <Head title="填以前，先说清一件事" lead="您的信息怎么用、谁能看。看过点同意，才开始填。" />
  </Page>
);

/** A page of the form that lay below while the application was sent. */
const Sent = ({ title, onNew }: { readonly title: string; readonly onNew: () => void }) => (
  <Page
    title={title}
    actions={
      <ActionBar>
        <Button onTap={() => goTab('cases')}>看办到哪了</Button>
        <Button kind="quiet" onTap={onNew}>
          另外再申请一份
        </Button>
      </ActionBar>
    }
  >
    <Head title="这份已经交上去了" lead="要改、要补，镇上会找您，也能打电话说。" />
  </Page>
);

const TooOld = ({ title }: { readonly title: string }) => (
  <Page title={title}>
    <Head title="请先更新小程序" lead="这份是用新一版填的，都在，没有动。关掉小程序再打开，就会更新。" />
  </Page>
);
