/** Exact decimals: a printed number as an integer and a power of ten, so that no floating noise shows in a value. */

/** `digits` × 10^`exponent`, where the digits are those that were printed, trailing zeros included. */
export interface Decimal {
  digits: bigint;
  exponent: number;
}

export interface Bounds {
  low: number;
  high: number;
}

/** Powers of ten up to this are exact as numbers. */
const EXACT_POWER = 22;

/**
 * The nearest number to digits × 10^exponent. One operation on two exact numbers is rounded rightly (Clinger, 1990); the
 * rest goes through a string.
 */
function toNumber(digits: bigint, exponent: number): number {
  const plain = Number(digits);
  if (Number.isSafeInteger(plain) && Math.abs(exponent) <= EXACT_POWER)
    return exponent < 0 ? plain / 10 ** -exponent : plain * 10 ** exponent;
  return Number(`${digits}e${exponent}`);
}

/** The decimal's value. */
export function numberOf(decimal: Decimal): number {
  return toNumber(decimal.digits, decimal.exponent);
}

/** A decimal of a printed integer or decimal fraction with a point ("20.70"), already without group separators. */
export function decimalOf(printed: string): Decimal {
  const point = printed.indexOf('.');
  if (point < 0) return { digits: BigInt(printed), exponent: 0 };
  return { digits: BigInt(printed.slice(0, point) + printed.slice(point + 1)), exponent: point + 1 - printed.length };
}

/** The decimal times ten to the `power`. */
export function scaled(decimal: Decimal, power: number): Decimal {
  return { digits: decimal.digits, exponent: decimal.exponent + power };
}

/** The decimal times a small whole number. */
export function times(decimal: Decimal, factor: number): Decimal {
  return { digits: decimal.digits * BigInt(factor), exponent: decimal.exponent };
}

/** What rounds to the printed digits: half of the last one to either side ("23 million": 22.5 to 23.5 million). */
export function roundedToLastDigit(decimal: Decimal): Bounds {
  const fine = decimal.digits * 10n;
  return { low: toNumber(fine - 5n, decimal.exponent - 1), high: toNumber(fine + 5n, decimal.exponent - 1) };
}

/**
 * What an integer written in full allows: half a unit of its last non-zero digit if it is 100 or more and ends in
 * zeros, but at most 2.5 % of it; else itself alone. Both limits are judgements: nobody rounds 11, and a writer who
 * prints 190,000 has counted closer than to the next 10,000.
 */
export function roundedInteger(decimal: Decimal): Bounds {
  const value = numberOf(decimal);
  if (value < 100) return { low: value, high: value };
  const digits = String(decimal.digits);
  let zeros = 0;
  while (digits.at(-1 - zeros) === '0') zeros += 1;
  if (zeros + decimal.exponent < 1) return { low: value, high: value };
  const slack = Math.min(10 ** (zeros + decimal.exponent) / 2, value / 40);
  return { low: value - slack, high: value + slack };
}
