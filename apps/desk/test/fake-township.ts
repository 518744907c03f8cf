import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import {
  type ApplicationState,
  type CaseView,
  type Endpoint,
  LANE_OF,
  LANES,
  PROBLEMS,
  type ProblemCode,
  QUEUE_FILTERS,
  type StaffView,
  staffApi,
  WORK_KINDS,
  type WorkItemView,
} from '@assist/contracts';
import { CONFLICTS, caseView, HANDLER, QUEUE, uuid, workItem } from './fixtures.ts';
import { archive, BESIDE } from './fixtures-beside.ts';
import { DISTRICT } from './fixtures-district.ts';
import {
  ASSISTANT,
  authenticationItem,
  authenticationView,
  CHANGE_ID,
  caseFile,
  changeCase,
  IN_FORCE,
  importView,
} from './fixtures-in-force.ts';
import { RUN_ID, runItem, runView } from './fixtures-run.ts';

/** Where the desk's own rules for the page are kept strict: what the static server in front of it must send. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
};

class Refused extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode) {
    super(code);
    this.code = code;
  }
}

/** A township in memory, for tests of the page only. It answers in the contracts' shapes, checked by their schemas. */
export class FakeTownship {
  staff: StaffView | null = HANDLER;
  items: WorkItemView[] = [...QUEUE, ...CONFLICTS, ...IN_FORCE, runItem()];
  importDone = false;
  /** What the pages beside the queue are answered. */
  answers = { ...BESIDE, ...DISTRICT };
  /** Half-written words by their name, as the server keeps them for one clerk. */
  kept = new Map<string, string>();
  assistants = [ASSISTANT];
  cases = new Map<string, CaseView>();
  pageSize = 6;
  /** Every answer of this endpoint is this problem, until it is taken out. */
  refuse = new Map<string, ProblemCode>();
  /** The next request of this endpoint is done, and its answer lost on the way. */
  loseAnswer = new Set<string>();
  /** `PUT markOpened`, with its key if any: what arrived, in order. */
  heard: { readonly id: string; readonly key: string | undefined; readonly body: unknown; readonly header: string | undefined }[] = [];
  private done = new Map<string, unknown>();
  private server: Server | undefined;
  private readonly dist: string;

  constructor(dist: string) {
    this.dist = dist;
    this.addCase(caseView());
  }

  addCase(view: CaseView): void {
    this.cases.set(view.application.receipt.applicationId, view);
  }

  async listen(): Promise<string> {
    const server = createServer((request, response) => void this.answer(request, response));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    const { server } = this;
    server?.closeAllConnections();
    return new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://desk');
    if (url.pathname.startsWith('/staff/auth/login')) {
      if (!url.searchParams.has('second')) this.staff = HANDLER;
      else this.refuse.clear();
      response.writeHead(302, { location: url.searchParams.get('returnTo') ?? '/' }).end();
      return;
    }
    if (!url.pathname.startsWith('/staff/')) {
      this.page(url.pathname, response);
      return;
    }
    let text = '';
    for await (const chunk of request) text += chunk;
    const matched = match(request.method ?? 'GET', url.pathname);
    try {
      if (!matched) throw new Refused('not-found');
      const { endpoint, params } = matched;
      const key = request.headers['idempotency-key'] as string | undefined;
      const multipart = request.headers['content-type']?.startsWith('multipart/');
      const body: unknown = text && !multipart ? JSON.parse(text) : undefined;
      this.heard.push({ id: endpoint.id, key, body, header: request.headers['x-requested-with'] as string | undefined });
      if (!this.staff) throw new Refused('not-signed-in');
      const refused = this.refuse.get(endpoint.id);
      if (refused) throw new Refused(refused);
      if (endpoint.key === 'header' && !key) throw new Refused('key-missing');
      if (endpoint.method !== 'GET' && request.headers['x-requested-with'] !== 'desk') throw new Refused('forbidden');
      if (endpoint.id === 'staffFile') {
        response.writeHead(200, { 'content-type': 'image/png' }).end(picture(params.fileId ?? ''));
        return;
      }
      const data = key && this.done.has(key) ? this.done.get(key) : this.act(endpoint.id, params, url.searchParams, body);
      if (key) this.done.set(key, data);
      if (this.loseAnswer.delete(endpoint.id)) {
        // Half an answer: with none at all Chromium would send it again by itself.
        response.writeHead(endpoint.status, { 'content-type': 'application/json', 'content-length': 999 });
        response.write('{', () => request.socket.destroy());
        return;
      }
      const { answer } = endpoint as Endpoint<undefined, undefined, undefined, NonNullable<typeof staffApi.staffMe.answer>>;
      // A fixture that is not the contract's shape fails here, not in the page.
      answer?.parse(data);
      response.writeHead(endpoint.status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
    } catch (error) {
      const code = error instanceof Refused ? error.code : 'unknown';
      if (code === 'unknown') console.error(error);
      const [status, title] = PROBLEMS[code];
      const problem = { type: `about:problem/${code}`, title, status, code, instance: 'W7K-3Q9' };
      response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
    }
  }

  private page(path: string, response: ServerResponse): void {
    const file = extname(path) ? path : '/index.html';
    try {
      response
        .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': PAGE_POLICY })
        .end(readFileSync(join(this.dist, file)));
    } catch {
      response.writeHead(404).end();
    }
  }

  private act(id: string, params: Record<string, string>, query: URLSearchParams, body: unknown): unknown {
    switch (id) {
      case 'staffMe':
        return this.staff;
      case 'staffSignOut':
        this.staff = null;
        return {};
      case 'queue':
        return this.queue(query);
      case 'claimNext': {
        const item = this.items.find((i) => !i.claimedBy && i.state !== 'accepted' && i.state !== 'correction-asked');
        return item
          ? { item: this.change(item.workItemId, { claimedBy: this.hold() }), why: '没人领的里面，本步剩的日子最少' }
          : { item: null, why: '' };
      }
      case 'claimItem':
        return this.change(params.workItemId ?? '', { claimedBy: this.hold() });
      case 'takeItemOver':
        return this.change(params.workItemId ?? '', { claimedBy: this.hold() });
      case 'releaseItem':
        return this.change(params.workItemId ?? '', { claimedBy: undefined });
      case 'settleIdentityConflict': {
        const settled = this.change(params.workItemId ?? '', { claimedBy: undefined });
        this.items = this.items.filter((i) => i !== settled);
        return settled;
      }
      case 'openCase':
        return this.case(params.applicationId ?? '');
      case 'markOpened':
        return this.move(params.applicationId ?? '', 'opened');
      case 'askCorrection':
        return this.ask(params, body as { items: { title: string; reason: string }[] });
      case 'accept':
        return this.move(params.applicationId ?? '', 'accepted');
      case 'issueVerificationCode':
        return { code: 'K7MT4QWX', expiresAt: '2026-11-22T18:00:00+08:00' };
      case 'assistants':
        return this.assistants;
      case 'endAssistant':
        this.assistants = this.assistants.map((one) => ({ ...one, endedAt: '2026-11-22T10:32:00+08:00' }));
        return this.assistants[0];
      case 'uploadStaffFile':
        return { fileId: params.fileId, about: 'other', mediaType: 'image/jpeg', bytes: 3, receivedAt: '2026-11-22T10:32:00+08:00' };
      case 'registerAuthentication':
      case 'staffAuthentication':
        return authenticationView(params.authenticationId ?? '');
      case 'openChange':
        return changeCase(this.itemOf(CHANGE_ID));
      case 'markChangeOpened':
        this.change(this.itemOf(CHANGE_ID).workItemId, { state: 'opened' });
        return { ...changeCase(this.itemOf(CHANGE_ID)).change, state: 'opened' };
      case 'giveOpinion':
        return { ...changeCase(this.change(this.itemOf(CHANGE_ID).workItemId, { state: 'opinion' })).change, state: 'opinion' };
      case 'openAuthenticationItem':
        return authenticationItem(this.items.find((i) => i.workItemId === params.workItemId) as WorkItemView);
      case 'arrangeVisit':
      case 'recordVisit': {
        const {
          why: _why,
          address: _address,
          phone: _phone,
          note: _note,
          ...visit
        } = authenticationItem(this.items[0] as WorkItemView).visit as NonNullable<ReturnType<typeof authenticationItem>['visit']>;
        return { ...visit, ...(id === 'arrangeVisit' ? { ...(body as object), state: 'arranged' } : { state: 'done' }) };
      }
      case 'run':
        return runView(this.itemOf(RUN_ID));
      case 'recordEvent':
        return runView(this.itemOf(RUN_ID), { ended: (body as { kind: string }).kind === 'closed-unchanged' });
      case 'runs':
        return {
          items:
            query.get('ended') === 'yes'
              ? []
              : [
                  {
                    runId: RUN_ID,
                    procedure: 'cut',
                    title: '减发',
                    name: '周德明',
                    number: '500107-2019-0381',
                    office: '云岭镇人民政府（样例）',
                    last: { title: '写明理由', on: '2026-11-10' },
                    ended: false,
                  },
                ],
          next: null,
        };
      case 'caseFiles':
        return {
          items: [
            {
              caseId: caseFile().caseId,
              registerNumber: caseFile().registerNumber,
              headName: '周德明',
              members: 4,
              kinds: ['subsistence'],
              amount: 198000,
            },
          ],
          next: null,
          total: 1,
        };
      case 'caseFile':
        return caseFile();
      case 'imports':
        return [importView(this.importDone ? { state: 'done', done: 5 } : {})];
      case 'sendImport':
        return importView();
      case 'confirmImport':
        this.importDone = true;
        return importView({ state: 'writing', done: 2 });
      case 'import':
        return importView(this.importDone ? { state: 'done', done: 5 } : {});
      case 'auditTrail':
        return {
          items: [
            { at: '2026-11-22T09:12:00+08:00', who: '罗文静', what: '看照片', object: '云岭 261120-037-K', result: '准' },
            { at: '2026-11-22T09:10:00+08:00', who: '杨帆', what: '打开一件', object: '云岭 261120-039-K', result: '准' },
            { at: '2026-11-22T08:58:00+08:00', who: '外镇的人', what: '打开一件', object: '云岭 261120-037-K', result: '不准' },
          ],
          next: null,
        };
      case 'staffDraft':
        return { body: this.kept.get(params.name ?? '') ?? null };
      case 'keepStaffDraft':
        this.kept.set(params.name ?? '', (body as { body: string }).body);
        return { savedAt: '2026-11-22T10:32:00+08:00' };
      case 'forgetStaffDraft':
        this.kept.delete(params.name ?? '');
        return { forgotten: true };
      case 'askArchive':
        return archive({ ...(body as object), archiveId: params.archiveId ?? '', state: 'writing', total: 1, done: 0, parts: [] });
      default:
        if (!(id in this.answers)) throw new Refused('not-found');
        return this.answers[id as keyof typeof this.answers];
    }
  }

  private itemOf(subjectId: string): WorkItemView {
    const item = this.items.find((i) => i.subjectId === subjectId);
    if (!item) throw new Refused('not-found');
    return item;
  }

  private hold(): NonNullable<WorkItemView['claimedBy']> {
    return { staffId: this.staff?.staffId ?? '', name: this.staff?.name ?? '', until: '2026-11-22T18:00:00+08:00' };
  }

  private queue(query: URLSearchParams) {
    const kind = query.get('kind');
    const lane = query.get('lane');
    const of = (filter: string | null) =>
      this.items.filter((i) => {
        if (kind && i.kind !== kind) return false;
        if (lane && LANE_OF[i.kind] !== lane) return false;
        if (filter === 'mine') return i.claimedBy?.staffId === this.staff?.staffId;
        if (filter === 'unclaimed') return !i.claimedBy && i.state !== 'accepted';
        if (filter === 'open' || filter === null) return i.state !== 'accepted';
        if (filter === 'not-agreed') return i.marks.includes('not-agreed');
        if (filter === 'reviews-due') return i.marks.includes('review-due');
        return i.state === filter;
      });
    const found = of(query.get('filter'));
    const from = Number(query.get('cursor') ?? 0);
    const to = from + this.pageSize;
    return {
      items: found.slice(from, to),
      next: to < found.length ? String(to) : null,
      counts: Object.fromEntries(QUEUE_FILTERS.map((f) => [f, of(f).length])),
      lanes: Object.fromEntries(WORK_KINDS.map((k) => [k, this.items.filter((i) => i.kind === k).length])),
      pressing: Object.fromEntries(
        LANES.map((l) => {
          const left = this.items.filter((i) => LANE_OF[i.kind] === l && i.state !== 'accepted').map((i) => i.step.left);
          const nearest = left.length > 0 ? Math.min(...left) : null;
          return [l, { past: left.filter((n) => n < 0).length, today: left.filter((n) => n === 0).length, nearest }];
        }),
      ),
    };
  }

  private change(workItemId: string, part: Partial<WorkItemView>): WorkItemView {
    const old = this.items.find((i) => i.workItemId === workItemId);
    if (!old) throw new Refused('not-found');
    const next = { ...old, ...part };
    this.items = this.items.map((i) => (i === old ? next : i));
    const view = old.applicationId && this.cases.get(old.applicationId);
    if (view) this.addCase({ ...view, item: next });
    return next;
  }

  private case(applicationId: string): CaseView {
    const known = this.cases.get(applicationId);
    if (known) return known;
    const item = this.items.find((i) => i.applicationId === applicationId);
    if (!item) throw new Refused('not-found');
    const base = caseView({ item, state: item.state as ApplicationState });
    const [first, ...others] = base.form.members;
    const view: CaseView = {
      ...base,
      applicant: { ...base.applicant, name: item.applicantName },
      form: { ...base.form, members: [{ ...first, name: item.applicantName } as CaseView['form']['members'][number], ...others] },
      application: {
        ...base.application,
        receipt: { ...base.application.receipt, applicationId, number: item.number },
        ...(item.state === 'received' && { corrections: [], timeline: base.application.timeline.slice(0, 1) }),
      },
      item,
    };
    this.addCase(view);
    return view;
  }

  private move(applicationId: string, state: 'opened' | 'accepted') {
    const view = this.case(applicationId);
    const then = view.ifAcceptedToday;
    const { ifAcceptedToday: _, ...rest } = view;
    this.addCase({
      ...(state === 'accepted' ? rest : view),
      item: { ...view.item, state },
      application: { ...view.application, state, ...(state === 'accepted' && then && { clock: then }) },
    });
    this.items = this.items.map((i) => (i.applicationId === applicationId ? { ...i, state } : i));
    return this.case(applicationId).application;
  }

  private ask(params: Record<string, string>, body: { items: { title: string; reason: string }[] }) {
    const view = this.case(params.applicationId ?? '');
    const correction = {
      id: params.correctionId ?? '',
      askedAt: '2026-11-22T10:00:00+08:00',
      items: body.items.map((i, n) => ({ id: `i${n}`, ...i })),
    };
    const corrections = [...view.application.corrections.filter((c) => c.id !== correction.id), correction];
    this.addCase({ ...view, application: { ...view.application, state: 'correction-asked', corrections } });
    return this.case(params.applicationId ?? '').application;
  }

  /** Somebody sends a new application while the page is open. */
  arrives(n: number, name: string): void {
    this.items = [workItem(n, { applicantName: name, workItemId: uuid(n) }), ...this.items];
  }
}

function match(method: string, path: string) {
  for (const endpoint of Object.values(staffApi)) {
    if (endpoint.method !== method) continue;
    const names: string[] = [];
    const shape = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      names.push(name);
      return '([^/]+)';
    });
    const found = new RegExp(`^${shape}$`).exec(path);
    if (found) return { endpoint, params: Object.fromEntries(names.map((n, i) => [n, found[i + 1] ?? ''])) as Record<string, string> };
  }
  return undefined;
}

/** A small picture of stripes: enough to see that it turns and grows. */
function picture(seed: string): Buffer {
  const [width, height] = [240, 320];
  const raw = Buffer.alloc((width * 3 + 1) * height);
  const hue = Number(seed.slice(-2)) || 1;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      const paper = y % 24 < 2 && x > 20 && x < 220 - ((y * hue) % 90) ? 90 : 225;
      raw[at] = paper;
      raw[at + 1] = paper + 10;
      raw[at + 2] = paper - (hue % 3) * 12;
    }
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const crc = (b: Buffer): number => {
    let c = 0xffffffff;
    for (const byte of b) c = (table[(c ^ byte) & 0xff] as number) ^ (c >>> 8);
    return (c ^ 0xffffffff) >>> 0;
  };
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
