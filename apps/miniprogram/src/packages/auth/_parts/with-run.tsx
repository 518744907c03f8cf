import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { type ComponentType, useEffect, useReducer, useRef } from 'react';
import type { Application } from '@/application/application';
import type { Run } from '@/application/authentication/run';
import { FirstTheNotice, useApplication } from '@/application/use-application';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Head, Page } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { useAgreed } from '@/platform/agreement';
import { canSignIn } from '@/platform/login';
import { goTo, replaceWith } from '@/platform/navigate';

/** What a page about one person works with. */
export interface RunProps {
  readonly app: Application;
  readonly run: Run;
  readonly change: (edit: (run: Run) => Run) => void;
}

/** A page that needs the phone's own records and somebody who agreed to the notice. */
export function withPhone(title: string, Content: ComponentType<{ readonly app: Application }>) {
  return function PhonePage() {
    const app = useApplication();
    const agreed = useAgreed();
    if (!canSignIn()) return <InWeChat title={title} />;
    if (!app) return <Waiting title={title} />;
    if (!agreed) return <FirstTheNotice title={title} />;
    return <Content app={app} />;
  };
}

/** A page about one person on the way to being seen, by the id in the address. */
export const withRun = (title: string, Content: ComponentType<RunProps>) =>
  withPhone(title, function Inside({ app }) {
    const { id = '' } = useRouter().params;
    const [, look] = useReducer((n: number) => n + 1, 0);
    useEffect(() => app.runs.subscribe(look), [app]);
    // What is done leaves the phone's records; the page that did it still says so.
    const last = useRef<Run>();
    last.current = app.runs.of(id) ?? last.current;
    const run = last.current;
    return run ? <Content app={app} run={run} change={(edit) => app.runs.change(id, edit)} /> : <NotHere title={title} />;
  });

const Waiting = ({ title }: { readonly title: string }) => (
  <Page title={title}>
    <Skeleton rows={5} />
  </Page>
);

/** Done, cleared away, or begun on another phone: this phone cannot tell which. */
const NotHere = ({ title }: { readonly title: string }) => (
  <Page
    title={title}
    actions={
      <ActionBar>
        <Button onTap={() => replaceWith('auth')}>看家里人的认证</Button>
      </ActionBar>
    }
  >
    <Head title="这一次不在这部手机里了" lead="办过的，在家里人的认证里看得到。没办过的，从那里再来一次。" />
  </Page>
);

const InWeChat = ({ title }: { readonly title: string }) => (
  <Page
    title={title}
    actions={
      <ActionBar>
        <Button kind="second" onTap={() => goTo('help', { about: 'authentication' })}>
          打电话、到窗口办
        </Button>
      </ActionBar>
    }
  >
    <Head title="这一页在微信里办" lead="请在微信里打开“救助通”小程序，再来这一页。也可以打电话，或者到镇街、村社当面办。" />
    <View className="quiet">做没做认证，钱都照发。</View>
  </Page>
);
