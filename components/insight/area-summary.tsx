import type { AreaFigures } from '@/lib/insight/market'
import { hhi, type National, total } from '@/lib/insight/market-rules'
import { concentrationWords, count, index } from '@/lib/insight/market-words'

/** The area in two sentences. */
export function AreaSummary({ area, england }: { area: AreaFigures; england: National }) {
  const own = hhi(area.practices)
  if (!own) return <p>No practice of this area has a known system.</p>
  return (
    <p>
      In this area {concentrationWords(own)}: the concentration index (HHI) of its {count(total(area.practices))}{' '}
      practices is <strong>{index(own)}</strong>, that of England <strong>{index(hhi(england.practices))}</strong>.
      {area.unresolved > 0
        ? ` In ${count(area.unresolved)} more the source names two main systems; they are not counted.`
        : ''}{' '}
      <a href="/market#concentration">How to read the index</a>
    </p>
  )
}
