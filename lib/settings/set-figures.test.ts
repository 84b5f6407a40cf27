import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { setFiguresIn } from '@/lib/testing/set-figures'

/** Figures of other rules that only look like these: the authority's own procedure (CL-10, DE-03), what a supplier's insurance must cover, how long a price rise is announced, and the accounts of the demonstration. */
const ofAnotherTable = [
  'lib/assurance/decisions/decision-rules.ts',
  'lib/assurance/clocks/',
  'lib/catalogue/declarations/declaration-questions.ts',
  'lib/catalogue/drafts/price-notice-rules.ts',
  'lib/launcher/demo-accounts.ts',
]

describe('K2: no figure of the table of settings stands as a literal', () => {
  it('in lib/', () => {
    const found = walk('lib')
      .filter((file) => !ofAnotherTable.some((path) => file.startsWith(path)))
      .flatMap((file) => setFiguresIn(readFileSync(file, 'utf8')).map((figure) => `${file}: ${figure}`))
    expect(found).toEqual([])
  })

  it.each([
    ['a cap in pence', 'const cap = { capPence: 4_000_000n }'],
    ['a cap without a telling name', 'if (total > 25000000n) return refuse()'],
    ['a threshold in pounds', 'const thresholdPounds = 207_720'],
    ['a sum in words', "deny('A direct award ends at £40,000')"],
    ['a decision clock', 'const decisionDays = 20'],
    ['the life of an approval', 'export const approvalLifeDays = 90'],
    ['notice of a contract', 'const usualNoticeDays = 90'],
    ['a window of months', 'const aggregationMonths = 12'],
    ['a weight of the price', 'const route = { leastPriceWeight: 30 }'],
    ['VAT', 'const vatPercent = 20'],
    ['the reminders', 'const offsets = [180, 90, 60, 30, 14, 7, 1]'],
  ])('it finds %s where somebody plants one', (_, source) => expect(setFiguresIn(source)).not.toEqual([]))

  it.each(['const timeout = 30_000', 'const perPage = 20', 'take: 5_000', 'const decisionDays = settings.count(key)'])(
    'it leaves %s alone',
    (source) => expect(setFiguresIn(source)).toEqual([]),
  )
})

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (path === 'lib/testing') return []
    return entry.isDirectory() ? walk(path) : /\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [path] : []
  })
}
