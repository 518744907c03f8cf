import type { ComponentType } from 'react';

let screen: ComponentType | undefined;

/** The app says once what stands before a locked page: the pages themselves reach nothing of it, and a practice cannot send. */
export function putLockScreen(it: ComponentType): void {
  screen = it;
}

/** Nothing of the page is shown behind it, also where no screen was put. */
export function LockSlot() {
  const Screen = screen;
  return Screen ? <Screen /> : null;
}
