import type { ClockRuleName } from './clocks/index.ts';

/** Why somebody is watched without receiving. `clock` is absent where no document says for how long. */
export const WATCHED = {
  left: { title: '退出的家庭', clauses: ['YMF12-5c', 'TL42-C4c'], clock: 'watchAfterLeaving' },
  refused: { title: '没有确认的申请家庭', clauses: ['YMF12-5c'], clock: 'watchAfterRefusal' },
  'other-hardship': { title: '其他困难人员', clauses: ['YMF12-5c', 'TL42-C2c', 'YMF12-1a'], clock: undefined },
  'at-risk': { title: '风险高、暂不符合的', clauses: ['JLP53-5-4e', 'YMF12-5c'], clock: undefined },
  'against-falling-back': { title: '防返贫监测对象', clauses: ['TL42-C2b', 'TL42-C2d', 'TL42-C2k', 'YMF12-1b'], clock: undefined },
} as const satisfies Record<string, { title: string; clauses: readonly string[]; clock: ClockRuleName | undefined }>;

export type WatchedKind = keyof typeof WATCHED;

/** The marks on a household watched against falling back, and what each asks for (Tongliang). An officer sets them; no amount follows. */
export const FALLING_BACK_MARKS = {
  marked: { title: '防返贫监测对象标识，符合救助的整户认定', clauses: ['TL42-C2b'] },
  'recognise-too': { title: '已在保、符合监测条件的，及时识别', clauses: ['TL42-C2d'] },
  together: { title: '和社会救助一起认定', clauses: ['TL42-C2k'] },
  'risk-removed': { title: '收入稳定、保障巩固、风险消除，标注风险消除', clauses: ['TL42-C4b'] },
} as const;
