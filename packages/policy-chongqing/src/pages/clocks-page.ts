import { AUTHENTICATION_ASSUMPTIONS } from '../authentication/index.ts';
import { LIFE_EVENT_ASSUMPTIONS } from '../life-events/index.ts';
import { POSTING_ASSUMPTIONS } from '../postings/index.ts';
import { CLOCK_RULES, type ClockStart, EXTENSION_REASONS, PROCEDURE_ASSUMPTIONS, PROCEDURE_CONFLICTS } from '../procedures/index.ts';
import { STANDARD_ASSUMPTIONS } from '../standard/index.ts';
import { ROUTING_ASSUMPTIONS } from '../where-to-apply/index.ts';
import { codes, list, page, table } from './markdown.ts';
import { periodText } from './period-text.ts';

const STARTS: Readonly<Record<ClockStart, string>> = {
  sent: '提交',
  accepted: '受理',
  'check-requested': '提请核对',
  'opinion-given': '提出意见',
  objected: '收到异议',
  forwarded: '报区县',
  decided: '作出决定',
  posted: '张贴',
  reported: '变化发生或报告',
  died: '去世',
  granted: '认定',
  reviewed: '上次核查',
  tapered: '渐退开始',
  left: '退出',
  referred: '转介',
};

/** Every period, from when it runs, and its clause. */
export function clocksPage(): string {
  const rows = Object.values(CLOCK_RULES).map((rule) => [
    rule.title,
    STARTS[rule.starts],
    periodText(rule.period),
    codes(rule.clauses) || '没有条款（声明的承诺）',
    rule.certainty,
  ]);
  return page('期限', [
    ['', '工作日按国务院公布的放假安排；没有公布的年份只去掉法定假日，写“暂定”。最后一天算到北京时间当天结束。期限不因为等材料而停。'],
    ['每一个期限', table(['要办完什么', '从哪天起', '多久', '条款', '把握'], rows)],
    ['可以延长到 45 个工作日的理由', list([...Object.values(EXTENSION_REASONS), '其他理由：只有区县书面同意（声明的做法）'])],
  ]);
}

/** What the texts leave open or say twice, and the side taken. */
export function openQuestionsPage(): string {
  const assumptions = [
    ...PROCEDURE_ASSUMPTIONS,
    ...STANDARD_ASSUMPTIONS,
    ...LIFE_EVENT_ASSUMPTIONS,
    ...POSTING_ASSUMPTIONS,
    ...AUTHENTICATION_ASSUMPTIONS,
  ];
  return page('声明过的假设和冲突', [
    [
      '文件没有写、由产品先定的',
      table(
        ['假设', '为什么', '旁边的条款'],
        assumptions.map((one) => [one.title, one.why, codes(one.beside)]),
      ),
    ],
    ['向哪里申请', list(Object.values(ROUTING_ASSUMPTIONS).map((one) => `${one.words} ${codes(one.nearest)}`))],
    [
      '文件互相不一致的',
      table(
        ['问题', '哪几条', '按哪一条', '为什么'],
        PROCEDURE_CONFLICTS.map((one) => [one.title, codes(one.between), one.taken === 'officer' ? '由人定' : `\`${one.taken}\``, one.why]),
      ),
    ],
  ]);
}
