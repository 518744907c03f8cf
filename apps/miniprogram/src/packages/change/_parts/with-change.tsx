import { useRouter } from '@tarojs/taro';
import { type ComponentType, useEffect, useReducer, useRef } from 'react';
import type { Application } from '@/application/application';
import { changeReceiptOf } from '@/application/change/change-receipts';
import type { ChangeBeside, ChangeDraft, ChangeRecord, Lane } from '@/application/change/change-record';
import { FirstTheNotice, useApplication } from '@/application/use-application';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Head, Page } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { useAgreed } from '@/platform/agreement';
import { canSignIn } from '@/platform/login';
import { type MyFamily, useMyFamily } from '@/platform/my-family';
import { goTo, replaceWith } from '@/platform/navigate';
import { caseMeant } from '../_logic/household';

/** What a page of a notice works with. */
export interface ChangeProps extends MyFamily {
  readonly app: Application;
  readonly record: ChangeRecord;
  readonly change: (make: (draft: ChangeDraft) => ChangeDraft) => void;
  readonly changeBeside: (make: (beside: ChangeBeside) => ChangeBeside) => void;
}

/** A page of one notice, by its id in the address, or of the one that is being filled in (`lane`). */
export function withChange(title: string, Content: ComponentType<ChangeProps>, lane?: Lane) {
  return function ChangePage() {
    const app = useApplication();
    const agreed = useAgreed();
    const { id } = useRouter().params;
    if (!canSignIn()) return <InWeChat title={title} />;
    if (!app)
      return (
        <Page title={title}>
          <Skeleton rows={5} />
        </Page>
      );
    return agreed ? <Filled {...{ app, title, Content, lane }} id={id} /> : <FirstTheNotice title={title} />;
  };
}

interface FilledProps {
  readonly app: Application;
  readonly title: string;
  readonly Content: ComponentType<ChangeProps>;
  readonly lane: Lane | undefined;
  readonly id: string | undefined;
}

function Filled({ app, title, Content, lane, id }: FilledProps) {
  const { changes } = app;
  const [, look] = useReducer((n: number) => n + 1, 0);
  const mine = useMyFamily();
  useEffect(() => changes.subscribe(look), [changes]);
  useEffect(() => {
    if (id === undefined && lane) changes.begin(lane);
    look();
  }, [changes, id, lane]);
  const begun = id === undefined ? changes.drafts().find((one) => one.lane === lane)?.changeId : id;
  // A page that lies below keeps to the notice it was opened for, also while that one is on its way: what is added goes along.
  const at = useRef(begun);
  at.current ??= begun;
  const record = at.current === undefined ? undefined : changes.record(at.current);
  const meant = record && caseMeant(record, mine.family);
  const settle = record && mine.family && meant !== record.draft.caseId;
  useEffect(() => {
    if (record && settle) changes.change(record.changeId, (draft) => ({ ...draft, caseId: meant }));
  }, [changes, record, settle, meant]);
  if (!record) return at.current === undefined ? <Page title={title}>{null}</Page> : <Told app={app} title={title} id={at.current} />;
  return (
    <Content
      {...mine}
      app={app}
      record={record}
      change={(make) => changes.change(record.changeId, make)}
      changeBeside={(make) => changes.changeBeside(record.changeId, make)}
    />
  );
}

/** A page that lay below while the notice was sent. */
function Told({ app, title, id }: { readonly app: Application; readonly title: string; readonly id: string }) {
  const told = changeReceiptOf(app.storage, id) !== undefined;
  return (
    <Page
      title={title}
      actions={
        <ActionBar>
          {told ? <Button onTap={() => replaceWith('changeReceipt', { id })}>看凭证</Button> : null}
          <Button kind={told ? 'quiet' : 'primary'} onTap={() => replaceWith('change')}>
            还有别的变化
          </Button>
        </ActionBar>
      }
    >
      <Head
        title={told ? '这一份已经告诉镇上了' : '这一份不在这部手机上'}
        lead={told ? '要改、要补，打电话说一声就行。' : '要报变化，从这里重新开始。'}
      />
    </Page>
  );
}

const InWeChat = ({ title }: { readonly title: string }) => (
  <Page
    title={title}
    actions={
      <ActionBar>
        <Button kind="second" onTap={() => goTo('help', { about: 'change' })}>
          打电话、到窗口报
        </Button>
      </ActionBar>
    }
  >
    <Head title="这一页在微信里办" lead="请在微信里打开“救助通”小程序，再来这一页。也可以打电话，或者到镇街窗口说。" />
  </Page>
);
