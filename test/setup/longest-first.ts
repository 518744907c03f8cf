import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Small files that take long: by its size vitest would begin them last, and one worker of two would wait for their end. */
const LONGEST = [
  'test/journeys/layout.test.ts',
  'apps/desk/test/desk.browser.test.ts',
  'apps/desk/test/desk-beside.browser.test.ts',
  'apps/bff/src/services/procedure/walk.db.test.ts',
  'apps/bff/src/services/reminder/ladder.db.test.ts',
  'apps/bff/src/services/change/money-stays.db.test.ts',
];

const place = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex((one) => moduleId.endsWith(one));
  return at < 0 ? LONGEST.length : at;
};

/** Begins with what takes longest; the rest as vitest does. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
