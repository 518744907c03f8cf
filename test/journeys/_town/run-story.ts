import type { RecordedEvent, RunView } from '@assist/contracts';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { asClerk } from './change-story.ts';
import type { Town } from './town.ts';

export const readRun = (desk: Page, runId: string): Promise<RunView> => asClerk<RunView>(desk, 'GET', `/api/runs/${runId}`);

/** A step that other stories show at the desk: put on record with the clerk's session. */
export const putOnRecord = (desk: Page, runId: string, event: RecordedEvent): Promise<RunView> =>
  asClerk<RunView>(desk, 'PUT', `/api/runs/${runId}/events/${crypto.randomUUID()}`, event);

/** 领这一件, on the page of a run. */
export async function takeRun(desk: Page, town: Town, runId: string): Promise<void> {
  await desk.goto(`${town.desk}/runs/${runId}`);
  await desk.getByRole('button', { name: '领这一件' }).click();
  await desk.getByText('在您手上').waitFor();
}

/** Opens the step's form on the page of the run, and sends it when it is filled in. */
export async function recordAtDesk(
  desk: Page,
  town: Town,
  runId: string,
  kind: RecordedEvent['kind'],
  fill: (dialog: Locator) => Promise<void>,
): Promise<void> {
  const stepOf = async () => (await readRun(desk, runId)).steps.find((one) => one.kind === kind);
  const before = await stepOf();
  if (new URL(desk.url()).pathname !== `/runs/${runId}`) await desk.goto(`${town.desk}/runs/${runId}`);
  await desk.getByRole('button', { name: `记下：${before?.title}` }).click();
  const dialog = desk.getByRole('dialog', { name: before?.title as string });
  await fill(dialog);
  await dialog.getByRole('button', { name: '记下', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect((await stepOf())?.done).toBe((before?.done ?? 0) + 1);
}

/** Why, as the resident reads it. */
export const because =
  (words: string) =>
  (dialog: Locator): Promise<void> =>
    dialog.getByLabel('原因、经过').fill(words);
