import { proofsOf } from './proof.ts';

const at = 'src/procedures/clocks';
const rules = `${at}/clock-rules.ts`;

export const CLOCK_PROOFS = proofsOf(`${at}/clocks.test.ts`, [
  ['YM239-3-1a', '57号文15：受理起 3 个工作日内启动调查', rules, "workingDays(3), ['MCA57-15'", "workingDays(4), ['MCA57-15'"],
  ['YM239-3-1b', '三（一）：受理起 30 个工作日', rules, "workingDays(30), ['YM239-3-1b'", "workingDays(31), ['YM239-3-1b'"],
  ['YM239-3-1c', '三（一）：下放镇街确认的 20 个工作日', rules, "workingDays(20), ['YM239-3-1c'", "workingDays(21), ['YM239-3-1c'"],
  ['YM239-3-1d', '三（一）：公示有异议 45 个工作日', rules, "workingDays(45), ['YM239-3-1d'", "workingDays(44), ['YM239-3-1d'"],
  ['YMF12-5c', 'watchAfterLeaving', rules, "'left', months(24)", "'left', months(12)"],
]);
