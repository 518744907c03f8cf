import type { RoutingAssumptionId } from './types.ts';

/** What the documents do not settle about the place to apply, and the side taken. Declared, so that an officer can object. */
export const ROUTING_ASSUMPTIONS: Readonly<Record<RoutingAssumptionId, { readonly words: string; readonly nearest: readonly string[] }>> = {
  'same-district-counts-as-same-place': {
    words: '“户籍地与经常居住地一致”按区县判断：户口和住处在同一个区县就算一致。文件没有写到哪一级。',
    nearest: ['YM239-3-3a', 'MCA57-5'],
  },
  'no-registration-goes-to-residence': {
    words: '全家都没有户口或说不清户口在哪里时，先交给居住地镇街，由镇街核实后转交。文件没有写这种情况。',
    nearest: ['SAL2026-37', 'YM239-1-1b'],
  },
  'applicant-alone-decides': {
    words: '家里别的人的户口还没说时，先按说了的算，向申请人的户口所在镇街申请；镇街核实后该转的再转。文件没有写缺了怎么办。',
    nearest: ['YM239-1-1b', 'MCA57-4'],
  },
  'one-district-applicant-decides': {
    words: '全家户口在同一个区县但不在同一个镇街时，向申请人的户口所在镇街申请。文件只写由家里定一名申请人。',
    nearest: ['MCA57-4', 'SAL2026-37'],
  },
};
