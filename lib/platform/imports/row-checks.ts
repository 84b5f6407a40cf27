import { type Day, isDay } from '../days'
import type { Cells, Remarks } from './importer'

/** Small checks that the importers share. Each remarks on its column and answers undefined where the cell is wrong. */

/** A cell that must not be empty. */
export function required(cells: Cells, column: string, remarks: Remarks): string | undefined {
  const value = cells[column] ?? ''
  if (value !== '') return value
  remarks.error(column, 'required', 'this cell must not be empty')
  return undefined
}

/** A cell that must match; `what` says what is expected in words. */
export function matching(
  cells: Cells,
  column: string,
  pattern: RegExp,
  what: string,
  remarks: Remarks,
): string | undefined {
  const value = required(cells, column, remarks)
  if (value === undefined || pattern.test(value)) return value
  remarks.error(column, 'format', `${what} is expected`)
  return undefined
}

/** One of a list of words, whichever case, as the list's own value. */
export function oneOf<T extends string>(
  cells: Cells,
  column: string,
  words: Record<string, T>,
  remarks: Remarks,
): T | undefined {
  const value = required(cells, column, remarks)
  if (value === undefined) return undefined
  const word = [value, value.toLowerCase()].find((one) => Object.hasOwn(words, one))
  const found = word === undefined ? undefined : words[word]
  if (found === undefined) remarks.error(column, 'out-of-range', `one of ${Object.keys(words).join(', ')} is expected`)
  return found
}

/** A whole number between two bounds, digits only. */
export function wholeNumber(
  cells: Cells,
  column: string,
  from: number,
  to: number,
  remarks: Remarks,
): number | undefined {
  const value = matching(cells, column, /^\d{1,12}$/, 'a whole number', remarks)
  if (value === undefined) return undefined
  if (Number(value) >= from && Number(value) <= to) return Number(value)
  remarks.error(column, 'out-of-range', `a number from ${from} to ${to} is expected`)
  return undefined
}

/** `YYYYMMDD` as ODS writes days; empty is null. */
export function odsDay(cells: Cells, column: string, remarks: Remarks): Day | null {
  const value = cells[column] ?? ''
  if (value === '') return null
  const day = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`
  if (/^\d{8}$/.test(value) && isDay(day)) return day
  remarks.error(column, 'format', 'a day as YYYYMMDD is expected')
  return null
}

/** `YYYY-MM-DD`; empty and TBC are null. */
export function isoDayOrNone(cells: Cells, column: string, remarks: Remarks): Day | null {
  const value = cells[column] ?? ''
  if (value === '' || value.toUpperCase() === 'TBC') return null
  if (isDay(value)) return value
  remarks.error(column, 'format', 'a day as YYYY-MM-DD, TBC or nothing is expected')
  return null
}
