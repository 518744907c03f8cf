import { proofsOf } from './proof.ts';

const at = 'src/where-to-apply';

export const ROUTING_PROOFS = proofsOf(`${at}/where-to-apply.test.ts`, [
  [
    'YM239-3-3a',
    '三（三）之一：同市不同区县，一位户口住处在一起',
    `${at}/household.ts`,
    'if (atHome.length > 0)',
    'if (atHome.length > 9)',
  ],
  [
    'YM239-3-3b',
    '三（三）之二：谁都不住在户口所在区县，任一位都可以，市内在前',
    `${at}/household.ts`,
    'return registered.map((member) =>',
    'return registered.slice(0, 1).map((member) =>',
  ],
  [
    'YM239-3-3c',
    '三（三）之三：开放居住证的地方，住处也可以选，市内在前',
    `${at}/residence-permit.ts`,
    'if (!residencePermitOpen)',
    'if (residencePermitOpen)',
  ],
  [
    'YM239-3-3d',
    '三（三）：在事情发生的镇街',
    `${at}/temporary.ts`,
    'divisionCode: addressee(divisionCode)',
    "divisionCode: '500107001' as typeof divisionCode",
  ],
  [
    'YMF12-14a',
    '户口和住处怎么变，急难救助的去处都不变',
    `${at}/where-to-apply.ts`,
    "'temporary') return whereForTemporary(question)",
    "'temporary') return whereForHousehold(question)",
  ],
]);
