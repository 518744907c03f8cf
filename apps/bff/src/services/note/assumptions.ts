import type { DeclaredAssumption } from '@assist/policy';

export const NOTE_ASSUMPTIONS: readonly DeclaredAssumption[] = [
  {
    id: 'note-put-right',
    title: '电话、上门的记录，写的人当天能标错、涂掉，以后由负责人来；一步程序靠着的那天的记录只标错、不涂',
    why: '法律写信息错了要更正、用不着的要删除，减发、停发以前要听意见；没有写谁来改记录、几天内能改。',
    beside: ['F10-08', 'SAL2026-11', 'SAL2026-48'],
  },
];
