import Taro from '@tarojs/taro';
import { agreement, hasAgreed } from './agreement';

interface LazyPage {
  readonly path: string;
  readonly load: (context: object, params: object) => readonly unknown[];
}
/** What Taro's web build leaves for its own router: each page is fetched when it is first opened. */
const lazyPages = (): readonly LazyPage[] => (window as { __taroAppConfig?: { routes?: LazyPage[] } }).__taroAppConfig?.routes ?? [];

/** For anybody: who to call, and what to read before anything is filled in. */
const FIRST = /^pages\/(urgent|help|privacy|problem)\//;
/** For who agreed: all that filling in and sending leads to. */
const FORM = /^(packages\/apply|pages\/(identity|outbox|cases|mine))\//;
const WHEN_NOBODY_WAITS_MS = 1500;
const TRIED_ANEW = 'page-tried-anew';

/** A browser has only what it has fetched: a form that was begun with a network can be filled without. And a page that cannot be had is said. */
export function watchPages(): void {
  window.addEventListener('unhandledrejection', (event) => {
    if (!/chunk/i.test(`${event.reason?.name} ${event.reason?.code}`)) return;
    event.preventDefault();
    void sayNotHad();
  });
  setTimeout(() => void fetchAhead(FIRST).then(() => (hasAgreed() ? fetchAhead(FORM) : undefined)), WHEN_NOBODY_WAITS_MS);
  agreement.subscribe(() => hasAgreed() && void fetchAhead(FORM));
}

/** One after another: the line may be slow, and the person may be using it. */
async function fetchAhead(wanted: RegExp): Promise<void> {
  for (const page of lazyPages().filter(({ path }) => wanted.test(path)))
    try {
      await Promise.all(page.load({}, {}));
    } catch {
      // No network, or a newer build took its place: whoever opens it is told.
      return;
    }
}

/** With a network it is a newer build that took the pages of this one away: a fresh start has its own, and opens what was tapped. */
async function sayNotHad(): Promise<void> {
  if (navigator.onLine && !sessionStorage.getItem(TRIED_ANEW)) {
    sessionStorage.setItem(TRIED_ANEW, 'yes');
    return location.reload();
  }
  sessionStorage.removeItem(TRIED_ANEW);
  history.back();
  await Taro.showModal({
    title: '这一页要有网才打得开',
    content: '填好的都在。等有网了，再点一次。等不及的，打 12345。',
    showCancel: false,
    confirmText: '知道了',
  });
}
