import { attribution, type Market } from '@/lib/insight/market'
import { sourceWords } from '@/lib/insight/market-words'

/** Source, days and licence of the figures above it: no figure stands without. */
export function SourceNote({ market }: { market: Market }) {
  return (
    <p className="nhsuk-body-s muted">
      {sourceWords(market)}{' '}
      {market.origin === 'files'
        ? 'These figures ship with the product, computed from those files.'
        : 'Computed from the files imported here.'}{' '}
      {attribution}.{' '}
      <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">Read the licence</a>.
    </p>
  )
}
