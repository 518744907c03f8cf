import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

// Without this promise webpack keeps every module of a package that the main package touches: 250 KB more of it.
test.each(['contracts', 'policy', 'policy-chongqing'])('%s 没有副作用，用不到的不进包', (name) => {
  const file = path.resolve(import.meta.dirname, '../../../packages', name, 'package.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ sideEffects: false });
});
