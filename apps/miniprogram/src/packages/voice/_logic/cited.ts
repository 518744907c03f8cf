import type { CitationView } from '@assist/contracts';

/** The few clauses these pages cite by themselves. A test compares them with the policy package, which would be too large to carry here. */
export const CITED = {
  notice: { id: 'YM239-3-2a', label: '渝民〔2022〕239号 三（二）', gist: '初审意见在村社公示 7 天。' },
  three: { id: 'YM239-3-2b', label: '渝民〔2022〕239号 三（二）', gist: '确认后公布申请人姓名、家里几口人、保障多少钱。' },
  privacy: { id: 'SAL2026-11', label: '《社会救助法》 第十一条', gist: '救助工作要护住隐私和个人信息。' },
  byName: { id: 'MCA57-37', label: '民发〔2021〕57号 第三十七条', gist: '实名举报逐一查，结果告诉举报人。' },
  anybody: { id: 'SAL2026-68', label: '《社会救助法》 第六十八条', gist: '谁都可以举报、投诉工作人员，机关要及时核实处理。' },
} as const satisfies Record<string, CitationView>;
