import { type MessageView, type Problem, type Result, residentApi } from '@assist/contracts';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { account, useAccount } from './account';
import { api } from './api';
import { readKept, writeKept } from './storage';
import { makeStore, useStore } from './store';
import { unread } from './unread';

/** The inbox as the server last told it. */
export interface Inbox {
  readonly items: readonly MessageView[];
  readonly next: string | null;
  /** Moment of asking, milliseconds. */
  readonly at: number;
}

const KEY = 'messages';
/** What is kept for days without a network. */
const MOST_KEPT = 30;
const inbox = makeStore<Inbox | undefined>(undefined);
let whose: string | undefined;
account.subscribe(() => {
  const who = account.get()?.accountId;
  if (who === whose || who === undefined) return;
  if (whose !== undefined) inbox.set(undefined);
  whose = who;
});

export function forgetMessages(): void {
  whose = undefined;
  inbox.set(undefined);
  unread.set(0);
}

/** Asks for the newest, and counts what was not read yet. */
export async function askMessages(): Promise<Result<unknown>> {
  const answer = await api(residentApi.messages, { query: {} });
  if (!answer.ok) return answer;
  const { items, next, unread: count } = answer.data;
  unread.set(count);
  const told = { items, next, at: Date.now() };
  inbox.set(told);
  void writeKept(KEY, { ...told, items: items.slice(0, MOST_KEPT), next: null });
  return answer;
}

/** Where there is no network: what this phone last saw. */
async function remembered(): Promise<void> {
  const kept = await readKept<Inbox>(KEY);
  if (kept) inbox.set((now) => now ?? kept);
}

export interface MyMessages {
  readonly inbox: Inbox | undefined;
  readonly problem: Problem | undefined;
  readonly reload: () => Promise<void>;
  readonly more: () => Promise<void>;
}

/** Asked for whenever the page shows; what was known before stays meanwhile. */
export function useMyMessages(): MyMessages {
  const known = useStore(inbox);
  const who = useAccount()?.accountId;
  const [problem, setProblem] = useState<Problem>();
  const heard = (answer: Result<unknown>) => setProblem(answer.ok ? undefined : answer.problem);
  const reload = async (): Promise<void> => {
    const answer = await askMessages();
    if (!answer.ok) await remembered();
    heard(answer);
  };
  const more = async (): Promise<void> => {
    if (!known?.next) return;
    const answer = await api(residentApi.messages, { query: { cursor: known.next } });
    if (answer.ok) inbox.set({ ...known, items: [...known.items, ...answer.data.items], next: answer.data.next });
    heard(answer);
  };
  useDidShow(() => void reload());
  useEffect(() => {
    if (who) void reload();
  }, [who]);
  return { inbox: known, problem, reload, more };
}

/** The person opened it. */
export async function readMessage({ messageId, read }: MessageView): Promise<void> {
  if (read) return;
  const answer = await api(residentApi.readMessage, { params: { messageId } });
  if (!answer.ok) return;
  inbox.set((now) => now && { ...now, items: now.items.map((m) => (m.messageId === messageId ? { ...m, read: true } : m)) });
  unread.set((n) => Math.max(0, n - 1));
}
