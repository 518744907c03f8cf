import { sim } from './sim.ts';

const RealFunction = Function;

/** What the language itself gives; all else that a browser has is taken away from the logic layer. */
const LANGUAGE = (
  'Object Array String Number Boolean Symbol Map Set WeakMap WeakSet WeakRef Promise JSON Math Date RegExp Error TypeError RangeError ' +
  'SyntaxError ReferenceError EvalError URIError AggregateError ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array ' +
  'Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt Reflect Proxy parseInt parseFloat isNaN isFinite NaN Infinity ' +
  'encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape console'
).split(' ');
const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const;
const ABSENT = (
  'window document self location navigator localStorage sessionStorage history screen alert confirm prompt XMLHttpRequest fetch WebSocket ' +
  'frames parent top indexedDB Worker Image HTMLElement Element Node Event CustomEvent EventTarget MutationObserver ResizeObserver ' +
  'IntersectionObserver requestAnimationFrame cancelAnimationFrame requestIdleCallback AbortController AbortSignal TextEncoder TextDecoder ' +
  'URL URLSearchParams FormData Headers Request Response Blob File FileReader btoa atob structuredClone queueMicrotask crypto performance ' +
  'postMessage importScripts MessageChannel BroadcastChannel SharedWorker caches customElements getComputedStyle matchMedia open close'
).split(' ');

/** Names and values that hide the browser from a module of the logic layer. */
export function logicScope(): Record<string, unknown> {
  const browser = window as unknown as Record<string, unknown>;
  const logicGlobal: Record<string, unknown> = Object.create(null);
  for (const name of LANGUAGE) logicGlobal[name] = browser[name];
  for (const name of TIMERS) logicGlobal[name] = (browser[name] as (...args: unknown[]) => unknown).bind(window);
  const hidden = Object.fromEntries(ABSENT.map((name) => [name, undefined]));
  return {
    ...hidden,
    Intl: sim.options.intl ? Intl : undefined,
    globalThis: logicGlobal,
    global: logicGlobal,
    Function: forbiddenFunction(),
  };
}

/** `new Function` in WeChat: only `return this` is let through. */
function forbiddenFunction(): unknown {
  function LogicFunction(...args: unknown[]): unknown {
    sim.functionCtorCalls += 1;
    if (/^\s*return this\s*;?\s*$/.test(String(args.at(-1) ?? ''))) return () => undefined;
    if (sim.options.functionCtor === 'throw') throw new EvalError('Code generation from strings disallowed for this context');
    return () => undefined;
  }
  LogicFunction.prototype = RealFunction.prototype;
  return LogicFunction;
}

/** Runs a module's source with these names around it, and nothing of the browser. */
export function runModule(source: string, file: string, scope: Record<string, unknown>): void {
  const names = Object.keys(scope);
  new RealFunction(...names, `${source}\n//# sourceURL=weapp:///${file}`).call(undefined, ...names.map((name) => scope[name]));
}
