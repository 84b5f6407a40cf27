import { Table } from '@/components/ui/table'
import type { ContractUsage } from '@/lib/payments/usage/get-contract-usage'
import { dayWords } from '@/lib/platform/days'

const figures = [
  { heading: 'Calls that count', number: true },
  { heading: 'Never priced', number: true },
  { heading: 'Records', number: true },
]
const words = (calls: bigint | number): string => calls.toLocaleString('en-GB')

/** The month by meter, as its invoice counts it, then each day. */
export function UsageTables({ days, meters }: Pick<ContractUsage, 'days' | 'meters'>) {
  return (
    <>
      {meters.some(({ unpriced }) => unpriced > 0n) ? (
        <p>
          Calls of a day on which the system was not in use at the practice, by the word of both sides, match no site.
          They are shown and never priced.
        </p>
      ) : null}
      <Table
        caption="The month by meter"
        columns={[{ heading: 'Meter' }, ...figures]}
        rows={meters.map(({ meter, counted, unpriced, records }) => ({
          key: meter,
          cells: [meter, words(counted), words(unpriced), words(records)],
        }))}
      />
      <Table
        caption="Each day"
        columns={[{ heading: 'Day' }, { heading: 'Meter' }, ...figures]}
        rows={days.map(({ day, meter, counted, unpriced, records }) => ({
          key: `${day} ${meter}`,
          cells: [dayWords(day), meter, words(counted), words(unpriced), words(records)],
        }))}
      />
    </>
  )
}
