import type { ComparedFor } from '@/lib/comparison/comparison'
import { comparisonAddress } from '@/lib/comparison/comparison-address'
import { buyingFor } from '@/lib/comparison/shortlist-policy'
import type { Actor } from '@/lib/platform/actor'

/** For buyers: keep this comparison, or go to those that are kept. Others are shown nothing. */
export function SavedComparisonLinks({ actor, ids, asked }: { actor: Actor; ids: string[]; asked: ComparedFor }) {
  if (buyingFor(actor).length === 0) return null
  return (
    <p className="no-print">
      <a href={comparisonAddress(ids, asked, '/saved-comparisons')}>Save this comparison as it stands today</a> or see
      your <a href="/saved-comparisons">saved comparisons</a>
    </p>
  )
}
