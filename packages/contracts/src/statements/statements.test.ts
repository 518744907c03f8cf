import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { STATEMENTS } from './current.ts';
import { EARLIER_STATEMENTS } from './earlier.ts';
import { STATEMENT_HASHES } from './hashes.gen.ts';
import { STATEMENT_IDS, statementText } from './statement.ts';

describe('给人看了再点头的话', () => {
  it.each(STATEMENT_IDS)('%s 的指纹就是现在这段字的指纹', (id) => {
    expect(STATEMENT_HASHES[id]).toBe(createHash('sha256').update(statementText(STATEMENTS[id])).digest('hex'));
  });
  it('从前给人看过的字，一个也没动过；和现在的不是同一版', () => {
    for (const { hash, ...statement } of EARLIER_STATEMENTS) {
      expect(hash).toBe(createHash('sha256').update(statementText(statement)).digest('hex'));
      expect(STATEMENTS[statement.id].version).not.toBe(statement.version);
    }
  });
  it('每一段都说得出依据，不吓人', () => {
    for (const s of Object.values(STATEMENTS)) {
      expect(s.clauses.length).toBeGreaterThan(0);
      expect(statementText(s)).not.toMatch(/失败|后果自负|逾期|不符合/);
    }
  });
});
