const DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A whole number as people say it, up to 万: 一千二百, 一千二 and 十二. Nothing where it could be read in two ways. */
export function numberFromWords(words: string): number | undefined {
  if (words === '零') return 0;
  let [whole, part, place] = [0, 0, 0];
  let digit: number | undefined;
  let gap = false;
  for (const c of words) {
    if (c in DIGITS) {
      if (digit !== undefined) return undefined;
      digit = DIGITS[c];
    } else if (c === '零') {
      if (digit !== undefined || place === 0) return undefined;
      gap = true;
    } else if (c === '万') {
      if (whole || (digit === undefined && part === 0)) return undefined;
      whole = (part + (digit ?? 0)) * 10_000;
      [part, place, digit, gap] = [0, 10_000, undefined, false];
    } else {
      const next = PLACES[c];
      if (next === undefined || (place && next >= place) || (digit === undefined && (next !== 10 || place !== 0))) return undefined;
      part += (digit ?? 1) * next;
      [place, digit, gap] = [next, undefined, false];
    }
  }
  // 一千二 is 1200, 一千零二 is 1002.
  if (digit !== undefined) part += digit * (gap || place === 0 ? 1 : place / 10);
  else if (gap) return undefined;
  return words === '' ? undefined : whole + part;
}
