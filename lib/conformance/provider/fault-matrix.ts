import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { faults } from './faults/fault-list'
import { tryFault } from './try-fault'

/** By fault, the checks that must see it, each with the reason it gives (FM-2). */
export const matrix = JSON.parse(readFileSync(new URL('matrix.json', import.meta.url), 'utf8')) as Record<
  string,
  Record<string, string>
>
/** A fixed moment: slots and days of the runs are the same every time. */
export const moment = new Date('2026-11-29T12:00:00Z')

/** A run takes two seconds; on a busy machine, with others beside it, many more. */
const patience = 600_000

/** Tries one half of the faults, several at a time: there are two files, so that two cores share the work. */
export function tryHalf(half: 0 | 1): void {
  const names = Object.keys(faults).filter((_, at) => at % 2 === half)
  it.concurrent.each(names)(
    'FM-2: %s is seen by the checks of the matrix, and by no other',
    async (name) => {
      const { results, asked, base } = await tryFault(name, moment, 1 + names.indexOf(name))
      const seen = results.filter(({ result }) => result !== 'PASS' && result !== 'NOT_APPLICABLE')
      const failed = seen.filter(({ result }) => result === 'FAIL')
      // Where no connection stands, nothing can be asked about its headers.
      expect(seen.filter((one) => !failed.includes(one) && one.check !== 'TLS-05')).toEqual([])
      expect(Object.fromEntries(failed.map(({ check, reason }) => [check, reason]))).toEqual(matrix[name])
      // Whatever the provider names: nothing is sent outside its base (SG-05).
      expect(asked.filter((address) => !address.startsWith(`${base}/`))).toEqual([])
    },
    patience,
  )
}
