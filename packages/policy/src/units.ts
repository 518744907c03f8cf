/** Money in integer fen (1 yuan = 100 fen). Never a bare number of yuan. */
export type Fen = number & { readonly __unit: 'fen' };

/** A calendar day, `YYYY-MM-DD`, without time or zone. The product's days are those of Asia/Shanghai. */
export type CivilDate = string & { readonly __unit: 'civil-date' };

/** 行政区划代码: 6 digits (district), 9 (township) or 12 (village). */
export type DivisionCode = string & { readonly __unit: 'division-code' };

/** Marks an integer as fen. A fraction of a fen is a bug of the caller, not of a person's situation. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError('fen must be a safe integer');
  return value as Fen;
}
