import type { Procedure } from './kernel/procedure.ts';
import { carries, done } from './kernel/requirement.ts';

/**
 * Another province asks what is known here about somebody who applies there: answered in time, and only where the person signed for it. It says
 * what was found and where; whether they are entitled is decided where they asked.
 */
export const CHECK_FOR_ELSEWHERE: Procedure = {
  id: 'check-for-elsewhere',
  title: '别省来的核对请求',
  canLower: false,
  ends: ['answered'],
  steps: [
    {
      event: 'opened',
      by: ['district'],
      requires: [carries('reason', '写明谁来问、文号、问哪几样', 'YM239-2-2c')],
      clocks: ['elsewhereAnswer'],
      clauses: ['YM239-2-2c'],
    },
    {
      event: 'authorised',
      by: ['district'],
      requires: [done('opened', '先有来的请求', 'YM239-2-2c')],
      clauses: ['SAL2026-40', 'SAL2026-41'],
      leftToOfficer: '来函里有没有本人签的核对授权，由您看；没有就写明，回过去请对方补。',
    },
    {
      event: 'looked-into',
      by: ['district'],
      requires: [
        done('authorised', '看过本人签的核对授权', 'SAL2026-40', 'SAL2026-41'),
        carries('reason', '写明查了哪里、查到什么、没查到什么', 'YM239-2-2c'),
      ],
      clauses: ['YM239-2-2c', 'YM239-2-2b'],
    },
    {
      event: 'answered',
      by: ['district'],
      requires: [
        done('opened', '先有来的请求', 'YM239-2-2c'),
        carries('reason', '写明回了什么；没有授权、没有查的，写明为什么', 'YM239-2-2c'),
      ],
      clauses: ['YM239-2-2c'],
    },
  ],
  notes: ['查来的只回给来问的地方，不进这里任何一户的案卷。', '多久要回，找到的文件只写“及时”；十个工作日是系统自己的约定。'],
};
