import { useEffect, useRef } from 'react';
import { actionOf, type KeyAction, type KeyPlace, singleKeysOn } from './keyboard.ts';

type Handlers = Partial<Record<KeyAction, () => void>>;

/** Listens for the keys of one place. A handler that is absent leaves the key alone. */
export function useKeys(place: KeyPlace, handlers: Handlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!singleKeysOn() || event.defaultPrevented) return;
      const focus = document.activeElement as HTMLElement | null;
      const action = actionOf(
        {
          key: event.key,
          ctrlKey: event.ctrlKey,
          metaKey: event.metaKey,
          altKey: event.altKey,
          isComposing: event.isComposing,
          repeat: event.repeat,
          focus: { tag: focus?.tagName ?? '', editable: focus?.isContentEditable ?? false },
          dialogOpen: place !== 'photo' && document.querySelector('[role="dialog"][aria-modal="true"]') !== null,
        },
        place,
      );
      const handler = action && latest.current[action];
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [place]);
}
