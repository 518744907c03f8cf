import type { DraftForm } from '@assist/contracts';
import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import { expect, test } from 'vitest';
import { copyOf, copyText } from './copy-lines.ts';

const form: DraftForm = {
  formVersion: 1,
  residence: { kind: 'chongqing', divisionCode: '500107101' as DivisionCode, detail: '新街 3 号' },
  members: [
    { id: 'm1', relation: 'self', name: '李素芬', birthDate: '1958-03-04' as CivilDate, income: [] },
    { id: 'm2', relation: 'child', name: '张伟', paper: { kind: 'resident-identity', number: '500107199001011234' } },
    { id: 'm3', relation: 'grandchild', name: '张小宇', paper: { kind: 'none-yet', reason: '还没上户口' } },
  ],
  spending: [{ kind: 'medical', amount: 2340000 as Fen }],
  photos: [],
};

test('填的都在纸上，没填的不占行，证件号只留头尾', () => {
  const text = copyText(copyOf(form, (code) => (code === '500107101' ? '云岭镇' : undefined)));
  expect(text).toContain('现在住在：重庆 云岭镇，新街 3 号');
  expect(text).toContain('【张伟（儿子或女儿）】\n姓名：张伟\n证件：5001****34');
  expect(text).toContain('证件：还没有，还没上户口');
  expect(text).toContain('出生日期：1958年3月4日\n收入：没有');
  expect(text).toContain('看病买药：23,400 元');
  expect(text).not.toContain('199001011234');
  expect(text).not.toContain('出了什么事');
});
