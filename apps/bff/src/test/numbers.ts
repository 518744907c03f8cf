import { addDays, type CivilDate } from '@assist/policy';

let made = 0;

/** A number that passes GB 11643 and belongs to nobody; no two of a process are the same: after 899 of one birthday comes the next day. */
export function inventedNumber(born = '1970-01-01'): string {
  made += 1;
  const day = addDays(born as CivilDate, Math.floor(made / 900));
  const body = `500107${day.replaceAll('-', '')}${String(100 + (made % 900))}`;
  const sum = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((all, weight, i) => all + weight * Number(body[i]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}
