/** What an operator sets in WeChat's console, as development has it: subscribe messages, and where events are pushed to. */

const content = '事项:{{thing1.DATA}}\n怎么看:{{thing2.DATA}}\n验真码:{{character_string3.DATA}}\n日期:{{date4.DATA}}\n';

/** By what each is about. All are one-time: WeChat asks for another agreement for each. */
const TEMPLATES = {
  progress: { id: 'dev-progress', title: '办理进度提醒', content },
  due: { id: 'dev-due', title: '待遇资格认证提醒', content },
  visit: { id: 'dev-visit', title: '上门预约提醒', content },
} as const;

/** For the sandbox. */
export const sandboxTemplates = Object.values(TEMPLATES);
/** For the BFF: `progress=…,due=…,visit=…`. */
export const wechatTemplates = Object.entries(TEMPLATES)
  .map(([about, { id }]) => `${about}=${id}`)
  .join(',');

/** Of the message push. Everybody who has this code knows it: the BFF refuses it in production. */
const push = { token: 'developmentpush', encodingAesKey: 'development'.repeat(4).slice(0, 43) };

/** @param residentApi where the BFF answers residents */
export const sandboxPush = (residentApi: string) => ({ url: `${residentApi}/wechat/push`, ...push });
/** For the BFF. */
export const bffPush = { WECHAT_PUSH_TOKEN: push.token, WECHAT_PUSH_AES_KEY: push.encodingAesKey };
