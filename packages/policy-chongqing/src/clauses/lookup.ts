import type { Citation, PolicyDocument } from '@assist/policy';
import { citation } from '../values/citations/index.ts';
import { ARTICLES } from './articles.ts';
import { DOCUMENTS } from './documents/documents.ts';
import { JLP53 } from './documents/jlp53.ts';
import { TL42 } from './documents/tl42.ts';
import { YC67 } from './documents/yc67.ts';
import { YM239 } from './documents/ym239.ts';
import { YMF12 } from './documents/ymf12.ts';
import type { RegisteredClause } from './register.ts';

/** All 236 clauses of the five documents, in their order. */
export const CLAUSES: readonly RegisteredClause[] = [...JLP53, ...YM239, ...YMF12, ...YC67, ...TL42];

const BY_ID: ReadonlyMap<string, RegisteredClause> = new Map(CLAUSES.map((one) => [one.id, one]));
const DOCUMENT_BY_ID: ReadonlyMap<string, PolicyDocument> = new Map(DOCUMENTS.map((one) => [one.id, one]));
const ARTICLE_BY_ID: ReadonlyMap<string, Citation> = new Map(ARTICLES.map((one) => [one.id, one]));

/** A clause of the five documents by id, e.g. `YM239-3-1b`. */
export function clause(id: string): RegisteredClause | undefined {
  return BY_ID.get(id);
}

export function policyDocument(id: string): PolicyDocument | undefined {
  return DOCUMENT_BY_ID.get(id);
}

/** What a clause, an article of law or a fact is and says, in our own words; undefined where the id is cited nowhere. */
export function citationOf(id: string): Citation | undefined {
  const registered = BY_ID.get(id);
  if (!registered) return ARTICLE_BY_ID.get(id) ?? citation(id);
  return { id, label: `${DOCUMENT_BY_ID.get(registered.document)?.number} ${registered.place}`, gist: registered.gist };
}

/** `渝民〔2022〕239号 三（一）`. For an id nobody registered, the id itself: a citation is never dropped. */
export function citationLabel(id: string): string {
  return citationOf(id)?.label ?? id;
}
