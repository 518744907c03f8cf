import { describe, expect, it } from 'vitest';
import { NODES } from '../../assess/explain-receipt.ts';
import { citationOf } from '../../clauses/index.ts';
import { TABLES } from '../tables.ts';
import { CITATION_IDS } from './index.ts';

describe('what is cited', () => {
  it('by every rule, combination and dated value exists, with a label and a gist', () => {
    const cited = new Set([...NODES.values()].flatMap((node) => node.clauses));
    for (const table of TABLES) for (const row of table.rows) cited.add(row.source);
    const unknown = [...cited].filter((id) => !citationOf(id)?.gist || !citationOf(id)?.label);
    expect(unknown).toEqual([]);
  });

  it('no id stands twice', () => expect(new Set(CITATION_IDS).size).toBe(CITATION_IDS.length));

  it('every rule cites something, has a title, and says what it leaves to a person where it can leave something', () => {
    for (const node of NODES.values()) {
      if (node.kind !== 'rule') continue;
      expect(node.clauses.length, node.id).toBeGreaterThan(0);
      expect(node.title.length, node.id).toBeGreaterThan(0);
      const speaksOfOfficer = Object.keys(node.sentences).some((key) => key.startsWith('for-officer'));
      if (speaksOfOfficer) expect(node.leftToOfficer, node.id).toBeDefined();
    }
  });
});
