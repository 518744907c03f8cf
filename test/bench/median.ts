/** The middle one of some figures (the upper of two), in their own unit. */
export const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const whole = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));

/** `median (least – most)` of some figures. */
export function median(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => whole(sorted[index] ?? Number.NaN);
  return `${at(Math.floor(sorted.length / 2))} (${at(0)} – ${at(sorted.length - 1)})`;
}
