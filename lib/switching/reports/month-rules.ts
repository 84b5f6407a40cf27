import type { UnsignedReport } from '@/lib/reconciliation/report'

type Months = NonNullable<UnsignedReport['months']>
/** Records of a span on both sides; each is a sum of counts that were rounded to 5. */
export type Span = { span: string; source: number; target: number }
export type Gap = Span & { type: string }

/** So many months can be drawn; beyond it they are drawn by year. */
const drawable = 36

/** All types together, by month where they are few, else by year; the undated come last. */
export function spansOf(months: Months): { by: 'month' | 'year'; spans: Span[] } {
  const all = Object.values(months).flatMap((ofType) => Object.entries(ofType))
  const by = new Set(all.map(([month]) => month)).size > drawable ? 'year' : 'month'
  const sums = new Map<string, Span>()
  for (const [month, [source, target]] of all) {
    const span = by === 'year' && month !== 'undated' ? month.slice(0, 4) : month
    const sum = sums.get(span) ?? { span, source: 0, target: 0 }
    sums.set(span, { span, source: sum.source + source, target: sum.target + target })
  }
  return { by, spans: [...sums.values()].sort((a, b) => (a.span < b.span ? -1 : 1)) }
}

/** Types and months in which the two sides differ even when rounded; emptied months first, then by type and month. */
export function gapsOf(months: Months): Gap[] {
  return Object.entries(months)
    .flatMap(([type, ofType]) =>
      Object.entries(ofType).map(([span, [source, target]]) => ({ type, span, source, target })),
    )
    .filter(({ source, target }) => source !== target)
    .sort((a, b) => Number(a.target > 0) - Number(b.target > 0) || compare(a.type, b.type) || compare(a.span, b.span))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
