import { eq, or, type SQL } from 'drizzle-orm';
import { changes } from '../../db/schema.ts';

/**
 * Notices that tell of this household, as its own or by a typed number. Two questions by id, each with an index: what is made of both ids
 * (`coalesce`) is nothing that row security lets an index be looked into for.
 */
export const ofHousehold = (caseId: string): SQL => or(eq(changes.caseId, caseId), eq(changes.matchCaseId, caseId)) as SQL;
