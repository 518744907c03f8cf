/**
 * JSON.parse for WeChat's answers, whatever their content type says (the login answer calls itself text/plain).
 * Integers above 2^53 (message ids) come back as their digits in a string, because a Number would change them.
 *
 * @throws SyntaxError when the text is not JSON
 */
export function parseAnswer(text: string): unknown {
  // `context` is in Node since 21 and not yet in the ES2023 types.
  const reviver = (_key: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === 'number' && !Number.isSafeInteger(value) && context?.source && /^-?\d+$/.test(context.source) ? context.source : value;
  return JSON.parse(text, reviver as (key: string, value: unknown) => unknown);
}
