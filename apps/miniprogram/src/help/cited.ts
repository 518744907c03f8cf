import type { CitationView } from '@assist/contracts';

/** The few clauses that pages of the main package cite. A test compares them with the policy package, which would be too large to carry here. */
export const CITED = {
  applyByAnyone: { id: 'YM239-1-1b', label: '渝民〔2022〕239号 一（一）', gist: '不能随便加条件，也不能没调查就说谁符合、谁不符合。' },
  oneApplication: { id: 'YMF12-5e', label: '渝民发〔2024〕12号 （五）', gist: '申报渠道要通，一次申请、分类确认。' },
  proxyMayApply: { id: 'YMF12-5a', label: '渝民发〔2024〕12号 （五）', gist: '信息可以自己报、别人代报、上门采、比对得来、部门回流。' },
  emergencyAnywhere: { id: 'YMF12-14a', label: '渝民发〔2024〕12号 （十四）', gist: '急难救助不看户口、不看住处，在事情发生的地方给。' },
  tellChanges: { id: 'YM239-4-5b', label: '渝民〔2022〕239号 四（五）', gist: '有变化及时告诉镇街。' },
  authenticationIsEncouraged: {
    id: 'JLP53-5-5a',
    label: '九龙坡民政〔2025〕53号 五（五）',
    gist: '提倡在手机上做待遇资格认证，不是必须。',
  },
  authenticationByPeople: {
    id: 'JLP53-5-5b',
    label: '九龙坡民政〔2025〕53号 五（五）',
    gist: '手机认证有困难的，可以到镇街或村社刷脸，也可以人工认证。',
  },
  authenticationAtHome: { id: 'JLP53-5-5c', label: '九龙坡民政〔2025〕53号 五（五）', gist: '行动不便、不会操作的人，镇街或村社要上门。' },
  heardBeforeLess: {
    id: 'SAL2026-48',
    label: '《社会救助法》 第四十八条',
    gist: '减少、终止以前要听本人的意见，决定后书面告诉并说明理由。',
  },
  stopGrounds: {
    id: 'JLP53-6-4',
    label: '九龙坡民政〔2025〕53号 六（四）',
    gist: '有人去世、服刑、强制戒毒、宣告失踪，或收入财产多到不符合的，镇街提停发意见，公示 7 日后报区里确认。',
  },
  posting: { id: 'YM239-3-2a', label: '渝民〔2022〕239号 三（二）', gist: '初审意见在村社公示 7 天。' },
  hotline: { id: 'JLP53-7-1a', label: '九龙坡民政〔2025〕53号 七（一）', gist: '公开服务热线，接受咨询、投诉、举报。' },
} as const satisfies Record<string, CitationView>;
