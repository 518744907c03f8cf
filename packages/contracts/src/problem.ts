import * as z from 'zod/mini';

/** Closed list of problem codes: HTTP status and the sentence a person may be shown. Say who it lies with, and what can be done. */
export const PROBLEMS = {
  'bad-request': [400, '送来的内容没认出来，请再试一次'],
  'key-missing': [400, '送来的内容没认出来，请再试一次'],
  'wechat-code-invalid': [401, '微信登录过了时间，正在重新登录'],
  'not-signed-in': [401, '请先登录，填好的都在'],
  'token-expired': [401, '登录过了时间，正在重新登录，填好的都在'],
  'session-ended': [401, '为了安全已经退出，请重新登录，填好的都在'],
  'wechat-user-blocked': [403, '这个微信暂时用不了，请打电话或到窗口办'],
  forbidden: [403, '这一项您现在看不了'],
  'second-factor-needed': [403, '这一步要再核一次是您本人'],
  'network-not-allowed': [403, '这里上不了工作台，请在单位的网络里打开'],
  'verification-needed': [403, '先核一下身份，才能看这一项'],
  'not-found': [404, '没有找到'],
  'method-not-allowed': [405, '没有这个办法'],
  conflict: [409, '刚才有人动过，请看最新的'],
  'state-changed': [409, '这件事已经往前走了，请看最新的'],
  'moved-away': [409, '这一户搬家了，转到别的镇街办'],
  // Its district is served by another system now: what was accepted is there.
  'taken-elsewhere': [409, '这一份以前收到过，现在由别处接着办，不用再送。要问办到哪了，请打 12345'],
  'key-in-progress': [409, '正在送，请等一下'],
  'too-large': [413, '内容太大了，请分开送'],
  'file-too-large': [413, '照片超过 10 MB，请换一张小一点的'],
  'file-kind-unknown': [415, '这个不是照片，请拍一张照片'],
  'form-invalid': [422, '有几处请再看一下'],
  'confirm-unlikely': [422, '有一处想再问您一句'],
  'content-differs': [422, '这一份已经收到过，内容和这次的不一样'],
  'key-content-differs': [422, '这一份已经收到过，内容和这次的不一样'],
  'file-empty': [422, '照片是空的，请再拍一张'],
  'file-damaged': [422, '照片打不开，请再拍一张'],
  'video-damaged': [422, '这段视频打不开，请再拍一段'],
  'video-too-long': [422, '视频最多 60 秒，请拍短一点'],
  'video-incomplete': [422, '还差几块没有送到，请接着送'],
  'sound-unknown': [422, '这段录音没认出来，请再录一次'],
  'sound-too-long': [422, '录音最多 60 秒，请录短一点'],
  'place-unknown': [422, '没有找到这个地方，请再选一次'],
  'place-not-live': [422, '这个地方还没用上救助通，请打电话或到窗口办'],
  'verification-code-invalid': [422, '这个码不对，或者过了时间，请再要一个'],
  'signature-missing': [422, '还差您点一下同意'],
  'second-step-needed': [422, '换这一项，要再核一步'],
  'second-step-wrong': [422, '这个码不对，或者过了时间，请再要一个'],
  'step-missing': [422, '这一步前面还差几样，差什么写在下面'],
  'touches-money': [422, '这一件关系到钱，要走程序，不能在这里直接办结'],
  'ground-missing': [422, '要减、要停，得写明依据；写不出的，先不减不停'],
  'two-names-needed': [422, '这一项要两个人，请写上第二个人的名字'],
  'import-unreadable': [422, '这个文件读不了：要 CSV，UTF-8 或 GB18030'],
  'import-columns': [422, '表头少了几列，请对一下'],
  'payment-unexplained': [422, '有几处变化说不清为什么，先查清再冻结'],
  'payment-second-person': [422, '冻结和放行要两个人，请另一个人来放行'],
  'payment-return-wrong': [422, '这份回执和清单对不上，什么也没有记'],
  'relay-link-over': [422, '这个链接用过了、过了时间，或者试了太多次。请家里人再发一个，或到镇街窗口签'],
  'relay-digits-wrong': [422, '这六位没对上，请照着证件再看一下'],
  'face-not-theirs': [422, '这次没认出来。写名字就行，也可以请镇街当面记'],
  'helper-not-allowed': [403, '这一样没有请您帮，或者已经停了。请本人来办，或到窗口办'],
  'not-same-visit': [422, '认证和换银行卡不在同一天办，另一样请改天，或到窗口办：这是为了护住您的钱'],
  'too-many-requests': [429, '点得太快了，请等一下再试'],
  unknown: [500, '没接上，是我们的问题。填好的都在'],
  'wechat-nonsense': [502, '微信那边没接上，不是您的问题。请等一下再试'],
  // The server of the page is there, ours behind it is not.
  unavailable: [502, '没接上，是我们的问题。填好的都在，请等一下再试'],
  'wechat-busy': [503, '微信那边正忙，不是您的问题。请等一下再试'],
  busy: [503, '这会儿正忙，是我们的问题。填好的都在，请等一下再试'],
  // The client makes these itself; no server sends them.
  'no-network': [0, '现在没有网。填好的都在手机里'],
  timeout: [0, '网太慢，没接上。填好的都在手机里'],
  'answer-not-understood': [0, '没接上，是我们的问题。填好的都在'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];
export const problemSentence = (code: ProblemCode): string => PROBLEMS[code][1];

const problemFieldSchema = z.object({ path: z.string(), sentence: z.string() });

/** RFC 9457 `application/problem+json`. `instance` is the 问题编号 that a person can read out on the phone. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  code: z.enum(PROBLEM_CODES),
  instance: z.optional(z.string()),
  fields: z.optional(z.array(problemFieldSchema)),
});
export type Problem = z.output<typeof problemSchema>;
export type ProblemField = z.output<typeof problemFieldSchema>;

/** What stands nearest to a status, for a code that came after this version: the server's own title stays beside it. */
const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  422: 'form-invalid',
  429: 'too-many-requests',
  503: 'busy',
};

/** A problem of a newer server, whose code this version does not know, under the code that stands nearest. */
export function withKnownCode(json: unknown): unknown {
  const { code, status } = (json ?? {}) as { code?: unknown; status?: unknown };
  if (typeof code !== 'string' || code in PROBLEMS || typeof status !== 'number') return json;
  return { ...(json as object), code: CODE_OF_STATUS[status] ?? (status < 500 ? 'bad-request' : 'unknown') };
}

/** A problem the client found itself (no network, an answer that fits no contract). */
export const localProblem = (code: 'no-network' | 'timeout' | 'answer-not-understood'): Problem => ({
  type: `about:problem/${code}`,
  title: problemSentence(code),
  status: 0,
  code,
});
