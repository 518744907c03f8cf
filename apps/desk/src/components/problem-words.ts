import type { Problem, ProblemCode } from '@assist/contracts';

/** Sentences for a clerk where the contract's are made for a resident. */
const DESK: Partial<Record<ProblemCode, string>> = {
  'not-signed-in': '还没登录。',
  'token-expired': '登录过了时间，请重新登录。',
  'session-ended': '登录过了时间，请重新登录。',
  forbidden: '这一件不归您看，或者您的岗位不能做这件事。',
  'second-factor-needed': '这一步要先再核一次是您本人，什么也还没有做。',
  'not-found': '没有找到。可能不在您的镇街。',
  conflict: '刚才有人动过，请换上最新的再看。',
  'state-changed': '这件事已经往前走了，请换上最新的再看。',
  'key-in-progress': '正在送，请等一下再点。',
  'content-differs': '同一个编号已经收过，内容不一样。请换上最新的再看。',
  'key-content-differs': '同一个编号已经收过，内容不一样。请再点一次。',
  'form-invalid': '有几处要再看一下。',
  'too-many-requests': '点得太快了，请等一下再试。',
  'no-network': '连不上，是网的问题。',
  timeout: '等了 30 秒没有回音，是网或服务器的问题。',
  'answer-not-understood': '服务器的回答没认出来，是我们的问题。可能这一页开得久了，请刷新再看。',
  unknown: '没接上，是我们的问题。',
  unavailable: '服务器没接上，是我们的问题。请等一下再试。',
  busy: '服务器正忙，是我们的问题。请等一下再试。',
};

export const deskSentence = (problem: Problem): string => DESK[problem.code] ?? `${problem.title}。`;
