import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { BUILT_IN_TAGS } from '../built-in-tags.ts';
import { builtInOf } from './built-ins/built-in.ts';
import { sim } from './sim.ts';

/** Only gestures and ends of animations come from the DOM; input, change, scroll, load … come from the built-ins alone. */
const FROM_DOM = new Set([
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
]);

interface Point {
  identifier?: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
}
type OriginalEvent = { target: Element | null; touches?: Iterable<Point>; changedTouches?: Iterable<Point> } & Partial<Point>;

/** glass-easel's EventBubbleStatus.Normal, which is a const enum. */
const NOT_STOPPED = 0;

/** The bridge between glass-easel's tree and the browser's. */
export function connectDom(context: InstanceType<typeof glassEasel.CurrentWindowBackendContext>): void {
  keepIdsInDom();
  const loose = context as unknown as {
    setListenerStats(this: unknown, element: unknown, type: string, ...rest: unknown[]): void;
    document: unknown;
  };
  const original = loose.setListenerStats;
  loose.setListenerStats = function (element, type, ...rest) {
    if (FROM_DOM.has(type)) original.call(this, element, type, ...rest);
  };
  const builtIns = new Set(BUILT_IN_TAGS);
  loose.document = {
    createElement: (tag: string) => document.createElement(builtIns.has(tag) ? `wx-${tag}` : tag),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
    createComment: (text: string) => document.createComment(text),
  };
  context.onEvent((target, type, detail, options) => {
    const origin = (options as unknown as { originalEvent: OriginalEvent }).originalEvent;
    const place = detail as { x: number; y: number };
    const tapped = type === 'tap';
    if (tapped) sim.lastTap = performance.now();
    if (tapped && origin.target?.closest('wx-button[disabled]')) return NOT_STOPPED;
    const event = new glassEasel.Event(
      type,
      tapped || type === 'longpress' ? { x: place.x, y: place.y } : type.startsWith('touch') ? {} : detail,
      {
        ...options,
        extraFields: { touches: points(origin.touches), changedTouches: points(origin.changedTouches ?? [origin as Point]) },
      } as never,
    );
    glassEasel.Event.dispatchEvent(target as never, event as never);
    if (tapped && !event.defaultPrevented()) activate(origin.target);
    return event.getEventBubbleStatus();
  });
}

/** What a built-in does by itself when it is tapped; the innermost first. */
function activate(target: Element | null): void {
  for (let node = target; node && node !== document.body; node = node.parentElement) {
    const component = builtInOf(node);
    if (component?.spec.activate === undefined) continue;
    component.spec.activate(component, target);
    if (node.localName !== 'wx-label') return;
  }
}

function points(given: Iterable<Point> | undefined): unknown[] {
  return [...(given ?? [])].map(({ identifier = 0, pageX, pageY, clientX, clientY }) => ({
    identifier,
    pageX,
    pageY,
    clientX,
    clientY,
    force: 1,
  }));
}

/** glass-easel writes ids with a prefix; tests look for the id that the page gave. */
function keepIdsInDom(): void {
  const prototype = glassEasel.Element.prototype as unknown as object;
  const id = Object.getOwnPropertyDescriptor(prototype, 'id');
  if (id?.set === undefined) throw new Error('glass-easel has no id setter any more');
  const set = id.set;
  Object.defineProperty(prototype, 'id', {
    ...id,
    set(this: { $$?: Element }, value: unknown) {
      set.call(this, value);
      this.$$?.setAttribute?.('id', String(value));
    },
  });
}
