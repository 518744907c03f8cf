import type { CitationView } from '@assist/contracts';
import type { IconName } from '@/components/icon';
import { CITED } from './cited';

export interface Topic {
  /** In the bar. */
  readonly name: string;
  readonly icon: IconName;
  /** The conclusion first. */
  readonly title: string;
  readonly lead: string;
  /** What to do, step by step. */
  readonly steps: readonly string[];
  readonly cited?: readonly CitationView[];
  /** Where not every clause holds everywhere: which holds where. */
  readonly citedFrom?: string;
  /** Said plainly where a thing is not on this phone yet. */
  readonly notHereYet?: string;
}

/** How things are done where the phone is not the way, or not yet. */
export const TOPICS = {
  call: {
    name: '打电话',
    icon: 'phone',
    title: '打电话，有人跟您说',
    lead: '选一下您住在哪个镇街，下面就是那里的电话。',
    steps: ['说您的名字，住在哪里', '说出了什么事，想问什么', '手上有号码的，报一下号'],
    cited: [CITED.hotline],
    citedFrom: '这一条是九龙坡区的文件；别的区县的还没查到，一样可以打电话。',
  },
  window: {
    name: '去窗口',
    icon: 'office',
    title: '到镇街的窗口办',
    lead: '窗口的人当面帮您填，一样算数。',
    steps: ['带上身份证、户口簿，没有也能去', '有看病、上学的单子就带上', '不会写字，请他们帮您写'],
    cited: [CITED.applyByAnyone],
  },
  visit: {
    name: '请上门',
    icon: 'visit',
    title: '走不动，请人到家里来',
    lead: '打电话约，上门不收费。资格认证要人上门的，在“资格认证”里就能约。',
    steps: ['选一下您住在哪个镇街', '打电话说：请你们上门', '说好哪天、家里谁在'],
  },
  change: {
    name: '家里有变化',
    icon: 'swap',
    title: '家里有变化，告诉镇上就行',
    lead: '添人、少人、找到活、收入变了，好事坏事都说一声。',
    steps: ['打电话或到窗口说', '说哪天变的、变了什么', '请他们记下来，问一句记好没有'],
    cited: [CITED.tellChanges],
  },
  authentication: {
    name: '资格认证',
    icon: 'shield',
    title: '没认证，不是停钱的理由',
    lead: '让镇上知道家里人都好（资格认证）。手机上不方便，可以见面、可以请人上门。',
    steps: ['到镇街、村社当面办', '走不动的，打电话请人上门', '不用刷脸也能办'],
    cited: [CITED.heardBeforeLess, CITED.stopGrounds, CITED.authenticationByPeople, CITED.authenticationAtHome],
    citedFrom: '《社会救助法》各处都管。另外几条是九龙坡区的文件；别的区县写认证的文件还没查到，问您的镇街。',
  },
  posting: {
    name: '社区公示',
    icon: 'megaphone',
    title: '在社区张榜看',
    lead: '镇上先看的意见，在村（社区）张榜 7 天（公示），可以提意见。',
    steps: ['到村（社区）的公示栏看', '有话说，告诉镇街或社区', '留了名字的，查完要回您'],
    cited: [CITED.posting, CITED.hotline],
    citedFrom: '张榜 7 天全市一样。热线那条是九龙坡区的文件，别的区县的还没查到。',
  },
  proxy: {
    name: '帮家人办',
    icon: 'people',
    title: '帮家人办，可以代为申报',
    lead: '家里人办不来，您可以替他去说、替他去填。',
    steps: [
      '带上您和家人的身份证去窗口',
      '说清您是他的什么人',
      '或者打电话，请镇上的人上门',
      '他有手机的，请他在“我的”里点“帮我办的人”，把邀请发给您',
    ],
    cited: [CITED.proxyMayApply],
  },
  real: {
    name: '来人是真的吗',
    icon: 'shield',
    title: '办救助不收一分钱',
    lead: '谁来都不收费，不要您的银行卡密码，也不要短信验证码。',
    steps: ['有人上门，先问是哪个镇街的', '不放心，先不开门，打镇街的电话问', '要钱、要密码、要验证码的，不是我们的人，打 110'],
  },
} as const satisfies Record<string, Topic>;
export type TopicName = keyof typeof TOPICS;

export const isTopic = (name: string | undefined): name is TopicName => name !== undefined && Object.hasOwn(TOPICS, name);
