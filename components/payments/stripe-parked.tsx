import { Table } from '@/components/ui/table'
import type { ReconciliationView } from '@/lib/payments/stripe/list-reconciliations'
import { instantInWords } from '@/lib/platform/days'

/** What Stripe told and the portal could not apply yet: it is tried again by itself. */
export function StripeParked({ parked }: { parked: NonNullable<ReconciliationView['parked']> }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Put aside</h2>
      {parked.length === 0 ? <p>Nothing that Stripe told is put aside.</p> : null}
      {parked.length > 0 ? (
        <Table
          caption="Told by Stripe and not applied yet; tried again every hour at the latest"
          columns={[{ heading: 'Came' }, { heading: 'What' }, { heading: 'Stripe’s number' }, { heading: 'Why' }]}
          rows={parked.map((one) => ({
            key: one.eventId,
            cells: [instantInWords(one.receivedAt), one.type, one.eventId, one.because ?? 'Not said'],
          }))}
        />
      ) : null}
    </>
  )
}
