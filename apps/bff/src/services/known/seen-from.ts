import type { Relation } from '@assist/policy-chongqing';

/** How the others of a register's household stand to a member who is not its head. What is not here cannot be told from the register. */
const SEEN_FROM: Partial<Record<Relation, Partial<Record<Relation, Relation>>>> = {
  spouse: { self: 'spouse', child: 'child', parent: 'parent-in-law', 'child-in-law': 'child-in-law', grandchild: 'grandchild' },
  child: { self: 'parent', spouse: 'parent', child: 'sibling', parent: 'grandparent' },
  parent: { self: 'child', spouse: 'child-in-law', child: 'grandchild' },
};

/**
 * @param own how the person who looks stands to the head of the household
 * @param theirs how another member stands to the head
 * @returns how that member stands to the person who looks; undefined where the register does not say it
 */
export const seenFrom = (own: Relation, theirs: Relation): Relation | undefined => (own === 'self' ? theirs : SEEN_FROM[own]?.[theirs]);
