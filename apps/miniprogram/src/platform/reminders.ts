import { residentApi } from '@assist/contracts';
import { useEffect, useState } from 'react';
import { useAccount } from './account';
import { api } from './api';
import { newId } from './new-id';
import { askToNotify, type NotifyAnswer } from './notify';

/** What a subscribe message is about. */
export type ReminderAbout = 'progress' | 'due' | 'visit';

/** Templates for these matters: fetched before the tap, because WeChat shows its window only right after one. */
export function useReminders(about: readonly ReminderAbout[]): readonly string[] {
  const who = useAccount()?.accountId;
  const [templates, setTemplates] = useState<readonly string[]>([]);
  const wanted = about.join(' ');
  useEffect(() => {
    if (!who) return;
    void api(residentApi.reminderTemplates, {}).then((answer) => {
      if (answer.ok) setTemplates(answer.data.filter((t) => wanted.split(' ').includes(t.about)).map((t) => t.templateId));
    });
  }, [who, wanted]);
  return templates;
}

/** Call it at once in the handler of a tap. Says afterwards what the person agreed to. */
export async function askForReminders(templateIds: readonly string[]): Promise<NotifyAnswer> {
  const answer = await askToNotify(templateIds);
  if (answer.outcome === 'asked') {
    const answers = templateIds.map((templateId) => ({
      templateId,
      answer: answer.accepted.includes(templateId) ? ('accept' as const) : ('reject' as const),
    }));
    await api(residentApi.acceptReminders, { body: { answers }, key: await newId() });
  }
  return answer;
}
