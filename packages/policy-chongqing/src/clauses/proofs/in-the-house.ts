import { type Proof, proofsOf } from './proof.ts';

// What the package says and other rooms do: their tests, named from the root of the repository.
const at = 'apps/bff/src/services';

export const HOUSE_PROOFS: readonly Proof[] = [
  ...proofsOf(`${at}/register/import.db.test.ts`, [
    [
      'JLP53-3-2a',
      '金额少了：先看时排在最前，说明白；写进去，记一笔',
      `${at}/register/write-household.ts`,
      'differences(before.opened, household, hashes)',
      '[]',
    ],
  ]),
  ...proofsOf(`${at}/register/population.db.test.ts`, [
    ['JLP53-6-5c', '到期的名单', `${at}/case-file/list.ts`, 'and c.taper_until is not null', 'and c.taper_until is null'],
  ]),
  ...proofsOf(`${at}/register/faults.db.test.ts`, [
    ['YMF12-5d', '一个人在文件里两户：两户都先放下', `${at}/register/read-register.ts`, 'doubled.add(one);', ''],
  ]),
  ...proofsOf(`${at}/change/submit.db.test.ts`, [
    [
      'YMF12-5a',
      '村里的人帮着报、家里人报：都收，写明是谁',
      `${at}/change/submit.ts`,
      "form.reporter.as === 'helper' ? ['by-helper'] : []",
      '[]',
    ],
  ]),
  ...proofsOf(`${at}/change/handle.db.test.ts`, [
    [
      'TL42-C1c',
      '进同一条队列；同一份再来一样；别的镇街的户没有',
      `${at}/change/tell-at-counter.ts`,
      "reporter: { ...form.reporter, as: 'counter' }",
      'reporter: form.reporter',
    ],
  ]),
  ...proofsOf(`${at}/platform/platform.db.test.ts`, [
    [
      'YMF12-4c',
      '签过名、只有编号；收到就记收到，不再来',
      `${at}/platform/deliver.ts`,
      "state: arrived ? 'delivered'",
      "state: arrived ? 'waiting'",
    ],
    [
      'YMF12-5b',
      '从前面的位置接着拉，一件不漏',
      `${at}/platform/seal.ts`,
      '(select coalesce(max(seq), 0) from platform_feed) + row_number()',
      'row_number()',
    ],
  ]),
  ...proofsOf(`${at}/complaint/complaint.db.test.ts`, [
    [
      'JLP53-7-1a YC67-5-2a',
      '说工作人员的：镇街队列里没有，打不开，留痕里也没有；区里看、区里回',
      `${at}/complaint/complain.ts`,
      "about === 'household' ? 'township' : 'district'",
      "'township'",
    ],
  ]),
  ...proofsOf(`${at}/posting/posting.db.test.ts`, [
    [
      'YC67-5-1b',
      '谁都看得到，只有姓名、几口人、金额、哪一种意见、到哪天、找谁；第八天自己没了',
      `${at}/posting/view.ts`,
      'lte(postings.hangsFrom, today)',
      'gte(postings.hangsFrom, today)',
    ],
  ]),
  ...proofsOf(`${at}/report/report.db.test.ts`, [
    ['TL42-R3', '当天算，过了是下一个', `${at}/report/read.ts`, "['06-25', '11-30']", "['06-25', '11-29']"],
    [
      'JLP53-7-2a',
      '数得对：本镇街的是本镇街的，区里看全区；没有的写不知道；没有人名',
      `${at}/report/counts.ts`,
      "staff.role === 'confirmer'",
      "staff.role === 'auditor'",
    ],
  ]),
];
