import { type ApplicationView, type Family, NOT_KNOWN, residentApi } from '@assist/contracts';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { application } from '@/application/application';
import { isBare } from '@/application/change/change-record';
import { isEmpty } from '@/application/draft/draft-record';
import { useAccount } from '@/platform/account';
import { useAgreed } from '@/platform/agreement';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { canSignIn } from '@/platform/login';
import { askFamily, useKnownFamily } from '@/platform/my-family';
import { askMessages } from '@/platform/my-messages';
import { goTo } from '@/platform/navigate';
import { useStore } from '@/platform/store';
import { dayFrom, momentFrom } from '@/wording/day';

export interface ToDo {
  readonly title: string;
  readonly under: string;
  readonly onTap: () => void;
}
export interface HomeState {
  readonly name: string | undefined;
  /** Office that has the latest application. */
  readonly place: string | undefined;
  readonly phone: string | undefined;
  /** The first thing waiting for the person. */
  readonly toDo: ToDo | undefined;
  /** How far the latest application is. */
  readonly progress: string | undefined;
}

/** What waits for this person, in the order in which it matters to them. */
export function useToDo(): HomeState {
  const account = useAccount();
  const agreed = useAgreed();
  const work = useStore(application);
  const [sent, setSent] = useState<readonly ApplicationView[]>([]);
  const [, look] = useState(0);
  const signedIn = account !== undefined;
  const family = useKnownFamily();
  useEffect(() => work?.draft.subscribe(() => look((n) => n + 1)), [work]);
  useEffect(() => work?.runs.subscribe(() => look((n) => n + 1)), [work]);
  useEffect(() => work?.changes.subscribe(() => look((n) => n + 1)), [work]);
  const fetch = () => {
    if (!signedIn) return;
    void api(residentApi.applications, {}).then((answer) => {
      if (!answer.ok) return;
      setSent(answer.data);
    });
    void askMessages();
    void askFamily();
  };
  useEffect(() => {
    if (!signedIn) setSent([]);
    fetch();
  }, [signedIn]);
  useDidShow(fetch);

  const latest = [...sent].sort((a, b) => (a.receipt.receivedAt < b.receipt.receivedAt ? 1 : -1))[0];
  const asked = sent.find((a) => a.state === 'correction-asked');
  const record = work?.draft.state().record;
  return {
    name: account?.name,
    place: latest?.receipt.office.name,
    phone: latest?.holder.office.phone,
    toDo: pick(),
    progress: latest && STATES[latest.state],
  };

  function pick(): ToDo | undefined {
    if (asked) {
      const items = asked.corrections.filter((c) => !c.answeredAt).reduce((sum, c) => sum + c.items.length, 0);
      return {
        title: `待办：请补 ${items} 样`,
        under: '补不了的，也能说一声',
        onTap: () => goTo('progress', { id: asked.receipt.applicationId }),
      };
    }
    if (record && !isEmpty(record.form))
      return {
        title: '接着填申请',
        under: `${momentFrom(today(), new Date(record.savedAt).toISOString())} 存好，都在`,
        onTap: () => goTo('apply'),
      };
    const told = work?.changes.drafts().find((one) => !isBare(one));
    if (told)
      return {
        title: told.lane === 'bereavement' ? '接着说亲人的事' : '接着报变化',
        under: `${momentFrom(today(), new Date(told.savedAt).toISOString())} 存在这部手机里`,
        onTap: () => goTo(told.lane === 'bereavement' ? 'bereavement' : 'change'),
      };
    const half = work?.runs.all().find((run) => run.face);
    if (half) return { title: `${half.name}刷脸的结果`, under: '看一看，接着办', onTap: () => goTo('authFace', { id: half.id }) };
    const who = family && toBeSeen(family);
    if (who) {
      const { due } = who.authentication;
      return {
        title: `待办：${who.name}的资格认证`,
        under: `${due && due >= today() ? `${dayFrom(today(), due)}前办，` : ''}晚了也不停钱`,
        onTap: () => goTo('auth'),
      };
    }
    if (!agreed && canSignIn()) return { title: '先看看：您的信息怎么用', under: '不同意也能到处看看', onTap: () => goTo('privacy') };
    return undefined;
  }
}

/** The member whose date comes first, unless a meeting is arranged already. */
const toBeSeen = (family: Family) =>
  family.cases
    .flatMap((one) => one.members)
    .filter(({ authentication: a }) => (a.state === 'soon' || a.state === 'visit-to-arrange') && !a.visitId && !a.toLookAt)
    .sort((a, b) => ((a.authentication.due ?? '') < (b.authentication.due ?? '') ? -1 : 1))[0];

const STATES: Record<ApplicationView['state'], string> = {
  [NOT_KNOWN]: '工作人员在办',
  received: '镇上已收到',
  opened: '镇上在看了',
  'correction-asked': '请您补几样',
  'correction-answered': '补的收到了',
  accepted: '镇上收下了',
};
