/** `1,980 元` of integer fen; the fen are shown only where there are any. */
export function yuanWords(fen: number): string {
  const [whole, rest] = [Math.floor(fen / 100), fen % 100];
  const thousands = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${thousands}${rest ? `.${String(rest).padStart(2, '0')}` : ''} 元`;
}
