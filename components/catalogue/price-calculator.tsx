import { Button } from '@/components/ui/button'
import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/text-field'
import type { ModuleView } from '@/lib/catalogue/module-view'
import {
  type Billing,
  billingOf,
  type Calculator,
  monthsWords,
  termPence,
} from '@/lib/catalogue/prices/calculator-rules'
import type { Price } from '@/lib/catalogue/prices/price'
import { priceWords } from '@/lib/catalogue/prices/price-rules'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'

type Props = { module: ModuleView; calculator: Calculator }
const names: Record<string, string> = { term: 'the term', start: 'the start', live: 'the go-live day' }

/** The reader's own list, term and go-live day, and what they make: a plain form, so that the address holds it all. */
export function PriceCalculator({ module, calculator }: Props) {
  const { patients, query, ignored, today } = calculator
  const billing = billingOf(query, today)
  return (
    <>
      <h3 className="nhsuk-heading-s">Work out what you would pay</h3>
      {ignored.length > 0 ? (
        <InsetText>Not understood and left out: {ignored.map((name) => names[name]).join(', ')}.</InsetText>
      ) : null}
      {typeof billing === 'string' ? <InsetText>{billing}.</InsetText> : null}
      {typeof billing === 'object' ? (
        <TermCost prices={module.prices.present} patients={patients} billing={billing} />
      ) : null}
      <form action={`/modules/${module.id}#prices`} method="get" aria-label="Price calculator">
        <TextField
          name="n"
          label="Patients on your list"
          hint={calculator.sizeHint}
          width={10}
          inputMode="numeric"
          value={patients === null ? '' : String(patients)}
        />
        <TextField
          name="term"
          label="Term in months"
          hint="For the price over the whole term"
          width={4}
          inputMode="numeric"
          value={query.term === null ? '' : String(query.term)}
        />
        <TextField name="start" label="The term starts on" type="date" width={10} value={query.start ?? ''} />
        <TextField
          name="live"
          label="Goes live on"
          hint="You pay from this day. Left out: from the start"
          type="date"
          width={10}
          value={query.live ?? ''}
        />
        <Button look="secondary">Work out the price</Button>
      </form>
    </>
  )
}

function TermCost({ prices, patients, billing }: { prices: Price[]; patients: number | null; billing: Billing }) {
  const { start, live, end, months } = billing
  const costs = prices.map((price) =>
    patients === null && price.basis === 'patient' ? undefined : termPence(price, patients ?? 1, months),
  )
  const isWhole = costs.length > 1 && costs.every((pence) => pence !== undefined)
  const total = costs.reduce<bigint>((sum, pence) => sum + (pence ?? 0n), 0n)
  const rows = prices.map((price, i) => ({
    key: price.id,
    cells: [priceWords(price).join('; '), costWords(price, costs[i])],
  }))
  return (
    <>
      <p>
        The term runs from {dayWords(start)} to {dayWords(end)}. You pay from {dayWords(live)}: {monthsWords(live, end)}
        . An estimate at the list prices of today, excluding VAT.
      </p>
      <Table
        caption="Price over the term"
        columns={[{ heading: 'Price' }, { heading: 'Over the term', number: true }]}
        rows={isWhole ? [...rows, { key: 'all', cells: ['All of these', poundsWords(total)] }] : rows}
      />
    </>
  )
}

function costWords(price: Price, pence: bigint | undefined): string {
  if (pence !== undefined) return poundsWords(pence)
  return price.basis === 'on-demand' ? 'Depends on use' : 'Enter your list size'
}
