import { expect, test } from 'vitest';
import { attributesOf } from './accessible-attributes';

test('微信和浏览器，各用各的写法；没说的不写', () => {
  const said = { role: 'tab', label: '首页', selected: true, current: true, checked: undefined, expanded: false, valueMax: 5 };
  expect(attributesOf(said, 'aria-role')).toEqual({
    'aria-role': 'tab',
    'aria-label': '首页',
    'aria-selected': 'true',
    'aria-current': 'page',
    'aria-expanded': 'false',
    'aria-valuemax': '5',
  });
  expect(attributesOf({ role: 'button', current: false }, 'role')).toEqual({ role: 'button' });
});
