export { ARTICLES } from './articles.ts';
export { DOCUMENTS } from './documents/documents.ts';
export { CLAUSES, citationLabel, citationOf, clause, policyDocument } from './lookup.ts';
export type { Home, RegisteredClause } from './register.ts';
