import type { CitationView } from '@assist/contracts';

/** The few clauses these pages cite by themselves. A test compares them with the policy package, which would be too large to carry here. */
export const CITED = {
  tell: { id: 'YM239-4-5b', label: '渝民〔2022〕239号 四（五）', gist: '有变化及时告诉镇街。' },
  late: { id: 'YM239-4-5c', label: '渝民〔2022〕239号 四（五）', gist: '重大变化超过 3 个月没说的，可以批评教育。' },
  afterDeath: { id: 'YM239-1-3c', label: '渝民〔2022〕239号 一（三）', gist: '家里有人去世的，3 个月里查清情况、办完增减停手续。' },
  funeral: { id: 'YMF12-16a', label: '渝民发〔2024〕12号 （十六）', gist: '特困、低保等减免电费、有线电视费、殡葬基本费。' },
  passOn: {
    id: 'YMF12-20c',
    label: '渝民发〔2024〕12号 （二十）',
    gist: '转出低保、特困的人，本人同意就不用再交材料，直接转入边缘或刚性支出认定。',
  },
  watched: { id: 'YMF12-5c', label: '渝民发〔2024〕12号 （五）', gist: '没获批的、退出不满两年的、其他困难的人，放进库里继续关注。' },
  stopGrounds: {
    id: 'JLP53-6-4',
    label: '九龙坡民政〔2025〕53号 六（四）',
    gist: '有人去世、服刑、强制戒毒、宣告失踪，或收入财产多到不符合的，镇街提停发意见，公示 7 日后报区里确认。',
  },
} as const satisfies Record<string, CitationView>;
