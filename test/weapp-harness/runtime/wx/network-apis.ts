import type { TaskEvent, TaskOrder } from '../../host/network-types.ts';
import { base64ToBytes, base64ToText, bytesToBase64, host } from '../host-bridge.ts';
import { sim, violation } from '../sim.ts';
import { failure, remember, settleCallbacks, WxFail, type WxOption } from './async-api.ts';

/** Requests, uploads and downloads together. */
const MAX_TASKS = 10;
const DEFAULT_TIMEOUT_MS = 60_000;
const METHODS = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']);

type Listener = (value: unknown) => void;
interface Running {
  readonly on: Record<'progress' | 'headers', Set<Listener>>;
  finish(event: TaskEvent): void;
}

const running = new Map<number, Running>();
let lastId = 0;

/** The Node side tells how a call goes. */
export function deliver(id: number, event: TaskEvent): void {
  const task = running.get(id);
  if (task === undefined) return;
  if (event.type === 'progress') {
    const progress = Math.floor((event.sent / event.total) * 100);
    const told = { progress, totalBytesSent: event.sent, totalBytesExpectedToSend: event.total };
    for (const listener of task.on.progress) listener(told);
    return;
  }
  if (event.type === 'headers') return;
  running.delete(id);
  sim.tasks -= 1;
  if (event.type === 'done') for (const listener of task.on.headers) listener({ header: event.header, statusCode: event.statusCode });
  task.finish(event);
}

type Kind = TaskOrder['kind'];

function start(
  kind: Kind,
  option: WxOption,
  order: () => Partial<TaskOrder>,
  result: (event: TaskEvent & { type: 'done' }) => object,
): object {
  remember(kind, { ...option, data: kind === 'request' ? option.data : undefined });
  const id = ++lastId;
  const on = { progress: new Set<Listener>(), headers: new Set<Listener>() };
  const failLater = (error: unknown) => void Promise.resolve().then(() => settleCallbacks(kind, option, false, failure(kind, error)));
  const task = taskHandle(id, on, kind);
  if (sim.tasks >= MAX_TASKS) {
    violation('more than 10 network calls at once');
    failLater(new WxFail('exceed max task count', 600007));
    return task;
  }
  try {
    const timeouts = sim.pkg.app.networkTimeout ?? {};
    const whole: TaskOrder = {
      id,
      kind,
      url: String(option.url),
      method: 'POST',
      header: textValues(option.header),
      timeoutMs: option.timeout ?? timeouts[kind] ?? DEFAULT_TIMEOUT_MS,
      ...order(),
    };
    sim.tasks += 1;
    running.set(id, {
      on,
      finish(event) {
        if (event.type === 'done') settleCallbacks(kind, option, true, { errMsg: `${kind}:ok`, ...result(event) });
        if (event.type === 'fail') settleCallbacks(kind, option, false, failure(kind, new WxFail(event.message, event.errno)));
      },
    });
    void host.__hostStart(whole);
  } catch (error) {
    failLater(error);
  }
  return task;
}

function taskHandle(id: number, on: Running['on'], kind: Kind): object {
  const nothing = () => undefined;
  return {
    abort: () => void host.__hostAbort(id),
    onHeadersReceived: (listener: Listener) => void on.headers.add(listener),
    offHeadersReceived: (listener: Listener) => void on.headers.delete(listener),
    onProgressUpdate: (listener: Listener) => void on.progress.add(listener),
    offProgressUpdate: (listener: Listener) => void on.progress.delete(listener),
    ...(kind === 'request' ? { onChunkReceived: nothing, offChunkReceived: nothing } : {}),
  };
}

function textValues(given: unknown): Record<string, string> {
  const pairs = Object.entries((given ?? {}) as Record<string, unknown>).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]));
}

function requestOrder(option: WxOption): Partial<TaskOrder> {
  const method = String(option.method ?? 'GET').toUpperCase();
  if (!METHODS.has(method)) {
    violation(`wx.request has no method ${method}`);
    throw new WxFail(`method ${method} is not supported`, 600009);
  }
  const header = textValues(option.header);
  const named = Object.keys(header).find((name) => name.toLowerCase() === 'content-type');
  const type = named === undefined ? 'application/json' : (header[named] ?? '');
  if (named === undefined) header['content-type'] = type;
  const { data } = option;
  if (data === undefined || data === null) return { method, header };
  if (data instanceof ArrayBuffer) return { method, header, base64: bytesToBase64(data) };
  if (typeof data === 'string') return { method, header, text: data };
  if (method === 'GET' || method === 'HEAD') return { method, header, url: withQuery(String(option.url), data) };
  return { method, header, text: type.includes('urlencoded') ? query(data) : JSON.stringify(data) };
}

function query(data: Record<string, unknown>): string {
  return Object.entries(data)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
}

function withQuery(url: string, data: Record<string, unknown>): string {
  const added = query(data);
  return added === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${added}`;
}

/** JSON by default whatever the content type says; text that is none stays text. */
function bodyOf(base64: string, option: WxOption): unknown {
  if (option.responseType === 'arraybuffer') return base64ToBytes(base64).buffer;
  const text = base64ToText(base64);
  if ((option.dataType ?? 'json') !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Calls over the network. Every HTTP status is a success; only a call without an answer fails. */
export function networkApis(): Record<string, unknown> {
  return {
    request: (option: WxOption) =>
      start(
        'request',
        option,
        () => requestOrder(option),
        ({ statusCode, header, cookies, base64 }) => ({ statusCode, header, cookies, data: bodyOf(base64, option) }),
      ),
    uploadFile: (option: WxOption) => {
      if (option.files !== undefined) violation('wx.uploadFile sends one file');
      return start(
        'uploadFile',
        option,
        () => {
          if (typeof option.filePath !== 'string' || typeof option.name !== 'string') throw new WxFail('parameter error', 1001);
          return { upload: { filePath: option.filePath, name: option.name, formData: textValues(option.formData) } };
        },
        // The answer of an upload stays text in WeChat, even when it is JSON.
        ({ statusCode, header, cookies, base64 }) => ({ statusCode, header, cookies, data: base64ToText(base64) }),
      );
    },
    downloadFile: (option: WxOption) =>
      start(
        'downloadFile',
        option,
        () => ({ method: 'GET' }),
        ({ statusCode, header, tempFilePath }) => ({ statusCode, header, tempFilePath }),
      ),
  };
}
