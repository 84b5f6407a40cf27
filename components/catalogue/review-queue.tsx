import { Table } from '@/components/ui/table'
import type { QueuedListing } from '@/lib/catalogue/drafts/list-review-queue'
import { listingDraftStateWords } from '@/lib/catalogue/drafts/listing-draft'
import { dayWords } from '@/lib/platform/days'

/** Listings that wait, those submitted first at the top. */
export function ReviewQueue({ queue }: { queue: QueuedListing[] }) {
  if (queue.length === 0) return <p>No listing waits.</p>
  return (
    <Table
      caption="Listings that suppliers have submitted"
      columns={[{ heading: 'Module' }, { heading: 'Supplier' }, { heading: 'State' }, { heading: 'Clock' }]}
      rows={queue.map((listing) => ({
        key: listing.id,
        cells: [
          <a href={`/assurance/listings/${listing.id}`} key="link">
            {listing.name} {listing.version}
          </a>,
          listing.supplier,
          listingDraftStateWords[listing.state],
          listing.publishOn ? `published on ${dayWords(listing.publishOn)}` : listing.clock,
        ],
      }))}
    />
  )
}
