import type { Template } from '../state/subscriptions.ts';

/** A template as WeChat's console would hold it, or a sentence that says what is wrong with the order. */
export function readTemplate(given: Record<string, unknown>): Template | string {
  const { id, title, content, type = 2, enums = {}, banned = false } = given;
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return 'id must be 1 to 64 of A-Z a-z 0-9 _ -';
  if (typeof title !== 'string' || title === '') return 'title is missing';
  if (typeof content !== 'string' || !/\{\{\w+\.DATA\}\}/.test(content)) return 'content must name a field: {{thing1.DATA}}';
  if (type !== 2 && type !== 3) return 'type must be 2 (one-time) or 3 (long-term)';
  if (typeof enums !== 'object' || enums === null) return 'enums must be an object of lists';
  return { id, title, content, type, enums: enums as Template['enums'], banned: banned === true };
}
