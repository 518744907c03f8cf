import { addDays, type CivilDate } from '@assist/policy';

// INVENTED alerts and answers of other units, for development. Nobody in them exists; the first people are those of sample-register.ts.

const ZHOU = { name: '周德明', number: '500107195803040016', phone: '13900001001' };
const ZHANG = { name: '张国福', number: '500107196001010012' };
const LI = { name: '李素芬', number: '500107196303120022' };

/** Alerts in the format of docs/alerts.md, one a line: two about households of the register, the others about people no register knows. */
export function sampleAlerts(day: CivilDate): string {
  const alerts = [
    {
      indicator: 'serious-illness',
      ago: 1,
      township: '500107001',
      village: '样例一社区',
      person: ZHOU,
      words: '住院 18 天，自己付了 2 万多元（样例）',
    },
    {
      indicator: 'monthly-comparison',
      ago: 2,
      township: '500107001',
      village: '样例二社区',
      person: ZHANG,
      words: '两处的登记对不上，请上门看看（样例）',
    },
    {
      indicator: 'disability',
      ago: 3,
      township: '500107001',
      village: '样例三社区',
      person: { name: '覃小满' },
      words: '新办了重度残疾证，家里没有人在领救助（样例）',
    },
    {
      indicator: 'unemployment',
      ago: 4,
      township: '500107001',
      person: { name: '向长福', phone: '13900009003' },
      words: '失业金领完了，家里两个学生（样例）',
    },
    {
      indicator: 'schooling',
      ago: 2,
      township: '500118001',
      village: '样例一村',
      person: { name: '卢春晓' },
      words: '学校说交不起住宿费（样例）',
    },
    {
      indicator: 'found-on-rounds',
      ago: 1,
      township: '500151001',
      person: { name: '秦老幺' },
      words: '走访看到一个人住，吃饭靠邻居（样例）',
    },
  ];
  return lines(alerts.map(({ ago, ...alert }, i) => ({ key: `sample/${day}/${i + 1}`, ...alert, seenOn: addDays(day, -ago) })));
}

/** What other units would answer once somebody signed, in the format of docs/cross-check.md; of all others they have nothing. */
export function sampleChecks(day: CivilDate): string {
  const of = (number: string, source: string, item: string, words: string, more: object = {}) => ({
    number,
    source,
    item,
    on: addDays(day, -5),
    lines: [words],
    ...more,
  });
  return lines([
    of(ZHOU.number, 'real-estate', 'real-estate', '住房一套，58 平方米（样例）'),
    of(ZHOU.number, 'finance', 'deposits', '存款合计 6,200 元（样例）', { later: 1 }),
    of(ZHOU.number, 'human-resources', 'housing-fund-and-pension', '城乡居民养老，每月 135 元（样例）'),
    of(ZHOU.number, 'finance', 'housing-fund-and-pension', '养老金代发，每月 158 元（样例）'),
    of(LI.number, 'human-resources', 'social-insurance', '单位参保，2026 年 8 月起（样例）'),
    of(LI.number, 'public-security', 'vehicles', '小型汽车一辆，2023 年卖出登记没有过户（样例）'),
    of(ZHANG.number, 'civil-affairs', 'marriage', '已婚，配偶李素芬（样例）'),
  ]);
}

const lines = (all: readonly object[]): string => all.map((one) => `${JSON.stringify(one)}\n`).join('');
