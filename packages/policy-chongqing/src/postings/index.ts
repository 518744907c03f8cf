export {
  type HeldBack,
  POSTED_BENEFITS,
  POSTED_OPINIONS,
  POSTING_ASSUMPTIONS,
  type Posted,
  type PostedBenefit,
  type PostedFamily,
  type PostedOpinion,
  type Posting,
  type WhereToObject,
} from './posting.ts';
export { hangsOn, noticeOfOpinion, publicationOfConfirmed, type ToPost } from './render.ts';
export { postingLines } from './text.ts';
