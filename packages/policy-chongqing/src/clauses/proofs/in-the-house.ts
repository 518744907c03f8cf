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
    [
      'TL42-C3a',
      '一个库，分类看：按哪一种找，就是那一种的全部，一户不多一户不少',
      `${at}/case-file/list.ts`,
      'question.kind} = any (c.kinds)',
      'question.kind} <> all (c.kinds)',
    ],
  ]),
  ...proofsOf(`${at}/register/faults.db.test.ts`, [
    ['YMF12-5d', '一个人在文件里两户：两户都先放下', `${at}/register/read-register.ts`, 'doubled.add(one);', ''],
  ]),
  ...proofsOf(`${at}/register/faults.db.test.ts`, [
    [
      'YM239-2-4a',
      '少了两列：说是哪两列',
      `${at}/register/read-register.ts`,
      '...heading.missing.map(',
      '...heading.missing.slice(9).map(',
    ],
  ]),
  ...proofsOf(`${at}/application/submit.db.test.ts`, [
    [
      'YMF12-5e YMF12-21a',
      '一张申请：六种救助都看过，镇街只有一件，同一家不用再申请一遍',
      'src/benefits/index.ts',
      '  MARGINAL_FAMILY,\n',
      '',
    ],
    [
      'YM239-4-5a YMF12-22c',
      '没答应如实报的，先不收，只说差这一句；答应了就收',
      `${at}/consent/statements.ts`,
      "'cross-check', 'truthfulness']",
      "'cross-check']",
    ],
    [
      'TL42-C1b',
      '交一次：回执写着交到哪、为什么、几时回话、下一步，每句都有出处',
      `${at}/application/take-in.ts`,
      'insert into submissions (',
      'insert into not_taken_in (',
    ],
    ['TL42-C3e', '交一次：回执写着交到哪', `${at}/place/offices.ts`, '...(row.phone && { phone: row.phone }),', ''],
  ]),
  ...proofsOf(`${at}/platform/referred.db.test.ts`, [
    [
      'JLP53-6-6d YM239-2-4c',
      '六样补贴，同意了、送出了，办补贴的那边就知道是谁、哪一样；没同意、没送出、别的部门、别的区县都没有',
      `${at}/platform/change-view.ts`,
      'inArray(t.target, [...(client.referrals ?? [])])',
      'inArray(t.target, [])',
    ],
    [
      'JLP53-6-6e',
      '台账：没完的按日子、完了的另列，退回和送出都在；没问过的，本人收到一条，要不要自己定',
      `${at}/referral/list.ts`,
      "ended === 'yes' ? isNotNull(t.endedOn) : isNull(t.endedOn)",
      'isNull(t.endedOn)',
    ],
    ['YMF12-4d', '台账：没完的按日子', `${at}/family/chain.ts`, '    ...referrals.map(', '    ...referrals.slice(9).map('],
    [
      'YMF12-4a',
      '平台的七种功能，一户走一遍：录入、共享、预警、监督、推送、监管、档案',
      `${at}/archive/household-entries.ts`,
      "json('1-household.json', '家里人和现在有的，一户一条救助链', file),",
      '',
    ],
    [
      'TL42-C2h TL42-C5a',
      '申请一到，管认定的部门当时就知道；受理以后看得到是谁、走到哪一步',
      `${at}/platform/change-view.ts`,
      'or(isNull(t.procedure), ',
      'or(',
    ],
  ]),
  ...proofsOf(`${at}/procedure/elsewhere.db.test.ts`, [
    [
      'YM239-2-2c',
      '别省来问：区里记下就有回的日子；没看授权查不了，没写查到什么回不了；镇街、别的区看不到',
      'src/procedures/elsewhere.ts',
      "done('authorised', '看过本人签的核对授权', 'SAL2026-40', 'SAL2026-41'),",
      '',
    ],
    [
      'YC67-7-1',
      '永川：没有文件写几天的步骤，件上也写着哪天以前；过了，负责人看得到',
      `${at}/procedure/open-run.ts`,
      'stepDue: run.due ?? promised.by,',
      'stepDue: run.due ?? run.lastOn,',
    ],
  ]),
  ...proofsOf(`${at}/archive/archive.db.test.ts`, [
    [
      'YC67-6-a YC67-6-c',
      '一户一档导出：按次序，有目录和每份的哈希',
      `${at}/archive/ask.ts`,
      "const seen = staff.role === 'confirmer' ?",
      "const seen = staff.role === 'auditor' ?",
    ],
    ['YC67-6-b', '一户一档导出：按次序', `${at}/archive/household-entries.ts`, "    json('5-payments.json', '发放', payments),\n", ''],
  ]),
  ...proofsOf(`${at}/alert/alert.db.test.ts`, [
    [
      'YMF12-2b',
      '风险高：上监测名单，没有文件写到哪天，写明为什么才下来',
      `${at}/procedure/watched.ts`,
      'where w.ended_on is null and',
      'where w.ended_on is not null and',
    ],
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
  ...proofsOf(`${at}/change/counter.db.test.ts`, [
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
      'YMF12-2a',
      '一步一条，只有编号；确认到哪里就从哪里接着；只往前',
      `${at}/platform/read-changes.ts`,
      'gt(platformFeed.seq, after)',
      'gt(platformFeed.seq, after - 1)',
    ],
    [
      'YMF12-5b',
      '从前面的位置接着拉，一件不漏',
      `${at}/platform/seal.ts`,
      '(select coalesce(max(seq), 0) from platform_feed) + row_number()',
      'row_number()',
    ],
  ]),
  ...proofsOf(`${at}/platform/deliver.db.test.ts`, [
    [
      'YMF12-4c',
      '签过名、只有编号；收到就记收到，不再来',
      `${at}/platform/deliver.ts`,
      "state: arrived ? 'delivered'",
      "state: arrived ? 'waiting'",
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
  // Articles of the law that a new standard's run rests on: told how much, from when and by which paper; less only by a person who looks.
  ...proofsOf(`${at}/standard/standard.db.test.ts`, [
    [
      'SAL2026-18',
      '要加的走增发：镇街意见、公示 7 天、区里确认、生效；跳不过；每一步再点还是那一步；居民知道多少、从哪天、依据',
      `${at}/standard/raised.ts`,
      "if (run.procedure !== 'raise') return undefined;",
      "if (run.procedure === 'raise') return undefined;",
    ],
    [
      'SAL2026-48',
      '会少的：开一个核查由人看，没有减发、停发；再算一遍还是一个',
      `${at}/standard/work-out.ts`,
      "if (values.outcome === 'lower')",
      "if (values.outcome === 'raise')",
    ],
  ]),
  // The time of a decision is longer by a reason of the clause alone, and whoever waits is told until when and why.
  ...proofsOf(`${at}/procedure/extend.db.test.ts`, [
    [
      'SAL2026-63',
      '延长期限：条款列的理由、写明情况才行；从受理起算 45 个工作日；居民、负责人都知道；再送一次还是一次',
      `${at}/procedure/extend.ts`,
      'await tx.db.update(applications).set(decisionColumns(clock))',
      'if (false) await tx.db.update(applications).set(decisionColumns(clock))',
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
