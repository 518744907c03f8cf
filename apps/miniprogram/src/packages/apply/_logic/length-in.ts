/** A sentence that says in how many days, taken apart around the number; one that says none is all `after`. */
export function lengthIn(sentence: string): { readonly before?: string; readonly days?: string; readonly after: string } {
  const found = /^(?:(.+?)，)?(\d+)(?= 个工作日内)/.exec(sentence);
  if (!found) return { after: sentence };
  const [whole, before, days] = found;
  return { ...(before !== undefined && { before: `${before}，` }), days: days as string, after: sentence.slice(whole.length).trimStart() };
}
