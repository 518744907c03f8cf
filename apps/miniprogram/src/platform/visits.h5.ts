/** Calls when the page goes out of sight, and when it is looked at again. */
export function watchVisits(leave: () => void, back: (scene?: number) => void): void {
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? leave() : back()));
}

export const sceneOfStart = (): number | undefined => undefined;
