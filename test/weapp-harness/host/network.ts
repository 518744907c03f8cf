import { type HttpAnswer, httpExchange } from './http-exchange.ts';
import { multipart } from './multipart.ts';
import type { NetworkFault, NetworkHook, OutgoingCall, TaskEvent, TaskOrder } from './network-types.ts';
import type { PhoneFiles } from './phone-files.ts';

export interface NetworkOptions {
  readonly files: PhoneFiles;
  /** Domains the mini-program may call, and where each really is. Undefined: loopback addresses as they stand. */
  readonly origins: Readonly<Record<string, string>> | undefined;
  readonly appid: string;
  readonly hooks: readonly NetworkHook[];
}

export interface Network {
  offline: boolean;
  start(order: TaskOrder, emit: (event: TaskEvent) => void): void;
  abort(id: number): void;
  /** Breaks every call under way, each failing with this. */
  breakAll(message: string, errno: number): void;
}

const NO_NETWORK = { message: 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', errno: 600001 };
const BROKEN = { message: 'errcode:-101 cronet_error_code:-101 error_msg:net::ERR_CONNECTION_RESET', errno: 600001 };

/** The phone's network. Calls leave from Node, as WeChat's leave from outside the page: no CORS, no Origin. */
export function phoneNetwork(options: NetworkOptions): Network {
  const underWay = new Map<number, AbortController>();
  const attempts = new Map<string, number>();

  const run = async (order: TaskOrder, signal: AbortSignal, emit: (event: TaskEvent) => void): Promise<TaskEvent> => {
    const target = targetOf(order.url, options.origins);
    if (target === undefined) return { type: 'fail', message: 'url not in domain list', errno: 600002 };
    const key = `${order.method} ${target.pathname}`;
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    const fault = await faultFor(options.hooks, { kind: order.kind, method: order.method, url: order.url, path: target.pathname, attempt });
    if (signal.aborted) throw signal.reason;
    if (network.offline) return { type: 'fail', ...NO_NETWORK };
    if (fault === 'drop') return { type: 'fail', ...BROKEN };
    if (fault === 'hang') return await new Promise((_done, refuse) => signal.addEventListener('abort', () => refuse(signal.reason)));
    if (typeof fault === 'object' && 'answer' in fault) {
      return doneWith({ header: {}, cookies: [], ...fault.answer, body: Buffer.from(fault.answer.body) });
    }
    const answer = await exchange(order, target, signal, fault, emit);
    return fault === 'lose-answer'
      ? { type: 'fail', ...BROKEN }
      : doneWith(answer, order.kind === 'downloadFile' ? options.files : undefined);
  };

  const exchange = (order: TaskOrder, url: URL, signal: AbortSignal, fault: NetworkFault | undefined, emit: (event: TaskEvent) => void) => {
    const { body, type } = bodyOf(order, options.files);
    let percent = -1;
    const onSent = (sent: number, total: number) => {
      const now = Math.floor((sent / total) * 100);
      if (order.kind !== 'uploadFile' || now === percent) return;
      percent = now;
      emit({ type: 'progress', sent, total });
    };
    const own = Object.fromEntries(Object.entries(order.header).filter(([name]) => !/^(referer|content-length|host)$/i.test(name)));
    const header: Record<string, string> = {
      ...own,
      ...(type === undefined ? {} : { 'content-type': type }),
      referer: `https://servicewechat.com/${options.appid}/0/page-frame.html`,
      'user-agent': 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.60 NetType/WIFI MiniProgram weapp-harness',
    };
    const cutAfterBytes = typeof fault === 'object' && 'cutAfterBytes' in fault ? fault.cutAfterBytes : undefined;
    return httpExchange({ url, method: order.method, header, body, signal, cutAfterBytes, onSent });
  };

  const network: Network = {
    offline: false,
    start(order, emit) {
      const control = new AbortController();
      underWay.set(order.id, control);
      const timer = setTimeout(() => control.abort(new Fail('timeout', 5)), order.timeoutMs);
      run(order, control.signal, emit)
        .catch((error): TaskEvent => {
          const cause = control.signal.aborted ? control.signal.reason : error;
          return cause instanceof Fail ? { type: 'fail', message: cause.message, errno: cause.errno } : { type: 'fail', ...BROKEN };
        })
        .then((event) => {
          clearTimeout(timer);
          underWay.delete(order.id);
          emit(event);
        });
    },
    abort: (id) => underWay.get(id)?.abort(new Fail('abort', 0)),
    breakAll(message, errno) {
      for (const control of underWay.values()) control.abort(new Fail(message, errno));
    },
  };
  return network;
}

class Fail extends Error {
  readonly errno: number;
  constructor(message: string, errno: number) {
    super(message);
    this.errno = errno;
  }
}

async function faultFor(hooks: readonly NetworkHook[], call: OutgoingCall): Promise<NetworkFault | undefined> {
  for (const hook of hooks) {
    const fault = await hook(call);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function targetOf(url: string, origins: Readonly<Record<string, string>> | undefined): URL | undefined {
  if (!URL.canParse(url)) return undefined;
  const asked = new URL(url);
  if (origins === undefined) return asked.hostname === '127.0.0.1' ? asked : undefined;
  const actual = origins[asked.origin];
  return actual === undefined ? undefined : new URL(asked.pathname + asked.search, actual);
}

function bodyOf(order: TaskOrder, files: PhoneFiles): { body: Buffer | undefined; type?: string } {
  if (order.upload !== undefined) {
    const file = files.get(order.upload.filePath);
    if (file === undefined) throw new Fail('file not found', 1300002);
    return multipart(order.upload.name, file, order.upload.formData);
  }
  if (order.base64 !== undefined) return { body: Buffer.from(order.base64, 'base64') };
  return { body: order.text === undefined ? undefined : Buffer.from(order.text) };
}

function doneWith(answer: HttpAnswer, files?: PhoneFiles): TaskEvent {
  const { status: statusCode, header, cookies } = answer;
  const base64 = answer.body.toString('base64');
  if (files === undefined) return { type: 'done', statusCode, header, cookies, base64 };
  const tempFilePath = files.call({ op: 'temp', name: 'download', base64 }).path ?? '';
  return { type: 'done', statusCode, header, cookies, base64: '', tempFilePath };
}
