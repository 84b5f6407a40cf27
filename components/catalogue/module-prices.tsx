import { PricePictures } from '@/components/catalogue/price-pictures'
import { NotStated, Section } from '@/components/catalogue/section'
import { Button } from '@/components/ui/button'
import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/text-field'
import { pricesOf } from '@/lib/catalogue/listing-rules'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { cliffAt, cliffWords } from '@/lib/catalogue/prices/cliff-rules'
import type { Price } from '@/lib/catalogue/prices/price'
import { oneOffPence, priceWords, quantityFor, yearlyPence } from '@/lib/catalogue/prices/price-rules'
import { dayWords } from '@/lib/platform/days'
import { poundsWords, roundHalfUp } from '@/lib/platform/money'

const modes = {
  SingleFixed: 'the tier’s price is the whole sum',
  Volume: 'every unit at the price of the tier reached',
  Cumulative: 'each unit at the price of its own tier',
}

/** P14: every list price with its tiers and cliffs, and what it makes for a list of `patients`. */
export function ModulePrices({
  module,
  patients,
  sizeHint,
}: {
  module: ModuleView
  patients: number | null
  sizeHint: string
}) {
  const prices = pricesOf(module.listing)
  return (
    <Section id="prices">
      <p>List prices are the most a supplier may ask. They exclude VAT.</p>
      {prices.length === 0 ? <NotStated /> : null}
      {prices.length === 0 ? null : (
        <Table
          caption="Each price with its unit and tiers"
          columns={[
            { heading: 'Unit' },
            { heading: 'Price' },
            { heading: 'How it counts' },
            {
              heading: patients === null ? 'For your list' : `For ${patients.toLocaleString('en-GB')} patients`,
              number: true,
            },
          ]}
          rows={prices.map((price) => ({
            key: price.id,
            cells: [
              <>
                {price.unit}
                {price.definition ? <span className="muted"> ({price.definition})</span> : null}
              </>,
              <ul className="nhsuk-list tw:mb-0!" key="price">
                {priceWords(price).map((words) => (
                  <li key={words}>{words}</li>
                ))}
                <li className="muted">valid from {dayWords(price.validFrom)}</li>
              </ul>,
              modes[price.mode],
              estimate(price, patients),
            ],
          }))}
        />
      )}
      {prices
        .flatMap((price) => [...ownCliff(price, patients), ...cliffWords(price)])
        .map((words) => (
          <InsetText key={words}>{words}</InsetText>
        ))}
      <PricePictures prices={prices} patients={patients} />
      <form action={`/modules/${module.id}#prices`} method="get" aria-label="Price calculator">
        <TextField
          name="n"
          label="Patients on your list"
          hint={sizeHint}
          width={10}
          inputMode="numeric"
          value={patients === null ? '' : String(patients)}
        />
        <Button look="secondary">Work out the price</Button>
      </form>
    </Section>
  )
}

function estimate(price: Price, patients: number | null): string {
  if (price.basis === 'on-demand') return 'Depends on use'
  if (patients === null) return price.basis === 'patient' ? 'Enter your list size' : words(price, 1n)
  return words(price, quantityFor(price, BigInt(patients)) ?? 1n)
}

function words(price: Price, quantity: bigint): string {
  const once = oneOffPence(price, quantity)
  const yearly = yearlyPence(price, quantity)
  if (yearly === undefined) return `${poundsWords(once!)} once`
  return `${poundsWords(yearly)} a year (${poundsWords(roundHalfUp(yearly, 12n))} a month)`
}

/** PRC-12: where buying more would cost less than the reader's own quantity. */
function ownCliff(price: Price, patients: number | null): string[] {
  const quantity = patients === null ? undefined : quantityFor(price, BigInt(patients))
  const here = quantity === undefined ? undefined : cliffAt(price, quantity)
  if (here && quantity !== undefined)
    return [
      `${here.at.toLocaleString('en-GB')} ${price.unitPlural} cost ${poundsWords(roundHalfUp(here.saves, 1000n))} less than ${quantity.toLocaleString('en-GB')}: ask the supplier about it.`,
    ]
  return []
}
