import type { CitationView } from '@assist/contracts';

/** The few clauses these pages cite by themselves. A test compares them with the policy package, which would be too large to carry here. */
export const CITED = {
  otherWay: { id: 'F10-21', label: '《人脸识别技术应用安全管理办法》', gist: '有别的办法时，刷脸不能是唯一的办法。' },
  faceConsent: {
    id: 'F10-22',
    label: '《人脸识别技术应用安全管理办法》',
    gist: '刷脸要讲清楚、单独同意、能撤回；不满十四周岁要监护人同意。',
  },
  byPeople: {
    id: 'JLP53-5-5b',
    label: '九龙坡民政〔2025〕53号 五（五）',
    gist: '手机认证有困难的，可以到镇街或村社刷脸，也可以人工认证。',
  },
  atHome: { id: 'JLP53-5-5c', label: '九龙坡民政〔2025〕53号 五（五）', gist: '行动不便、不会操作的人，镇街或村社要上门。' },
  byPhone: { id: 'JLP53-5-3c', label: '九龙坡民政〔2025〕53号 五（三）', gist: '人常住在外地的，电话、视频也算走访。' },
} as const satisfies Record<string, CitationView>;
