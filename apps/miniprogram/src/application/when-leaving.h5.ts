/** Calls when the page goes to the background or is closed. */
export function whenLeaving(leave: () => void): void {
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());
}
