/** Lists that each start again at 1: a report whose parts have reference lists of their own.
 *
 * A source keeps the number that was written; inside the book it is told apart by the list it stands in. Scope 0 is the
 * book's one list. */

const span = 100_000

/** @returns The number inside the book. */
export function scopedNumber(written: number, scope: number): number {
  return scope * span + written
}

/** @returns The number as it was written, for printing and for messages. */
export function writtenNumber(number: number): number {
  return Math.floor(number % span)
}

/** A second entry that a list gives under one number is printed behind the first, and nothing calls it.
 * @param nth From 1. */
export function repeatedNumber(number: number, nth: number): number {
  return number + nth / 100
}

export function scopeOf(number: number): number {
  return Math.floor(number / span)
}
