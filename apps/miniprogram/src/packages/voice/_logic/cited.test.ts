import { citationOf } from '@assist/policy-chongqing';
import { expect, test } from 'vitest';
import { CITED } from './cited';

test.each(Object.values(CITED))('$id 和政策包里写的一样', (cited) => {
  expect(citationOf(cited.id)).toEqual(cited);
});
