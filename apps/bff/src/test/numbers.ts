let made = 0;

/** A number that passes GB 11643 and belongs to nobody; no two of a process are the same. */
export function inventedNumber(born = '1970-01-01'): string {
  made += 1;
  const body = `500107${born.replaceAll('-', '')}${String(100 + made)}`;
  const sum = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((all, weight, i) => all + weight * Number(body[i]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}
