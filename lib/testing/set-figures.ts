import { firstSettings } from '@/prisma/seed/first-settings'

/** Sums of the table of settings in pence; those below £10,000 would be found everywhere. */
const sums = firstSettings
  .map(({ value }) => value)
  .filter((value): value is string => typeof value === 'string' && /^\d{7,}$/.test(value))
const pounds = sums.map((pence) => pence.slice(0, -2))
const grouped = pounds.map((p) => p.replace(/\B(?=(\d{3})+$)/g, ','))

/** What a constant is called that holds a figure of the table. */
const named =
  /\b\w*(?:decision|appeal|urgentReview|breakGlass|approvalLife|approval|signingLife|signing|aggregation|holdOver|backDating|usualNotice|contractNotice|endNotice|payment|longestTerm|changeOfValue|changeOfTerm)\w*(?:Days?|Months?|Percent|Window|Life)\b\s*(?:=|:)\s*\d[\d_]*\b/gi
const weights = /\b(?:least|greatest)PriceWeight\s*(?:=|:)\s*\d+/g
const vat = /\bvat\w*\s*(?:=|:)\s*(?:20n?|0\.2|1\.2)\b/gi
const reminders = /\[\s*180\s*,\s*90\s*,\s*60\b/g

/**
 * K2: figures of the table of settings that stand as literals in a source: its sums as bigint, as pence of a named number or in
 * words, its periods and percentages where the name of the constant tells them.
 */
export function setFiguresIn(source: string): string[] {
  const numbers = [...source.matchAll(/\b\d[\d_]*n?\b/g)].filter((match) => {
    const digits = match[0].replaceAll('_', '').replace('n', '')
    if (sums.includes(digits) && match[0].endsWith('n')) return true
    const before = source.slice(Math.max(0, match.index - 60), match.index)
    return /(?:pence|pounds|cap|threshold|floor|limit)\w*\s*(?:=|:|>=?|<=?)\s*$/i.test(before)
      ? sums.includes(digits) || pounds.includes(digits)
      : false
  })
  const words = grouped.flatMap((sum) => (source.includes(`£${sum}`) ? [`£${sum}`] : []))
  const byName = [named, weights, vat, reminders].flatMap((pattern) => [...source.matchAll(pattern)])
  return [...numbers, ...byName].map((match) => match[0]).concat(words)
}
