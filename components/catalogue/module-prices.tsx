import { PriceCalculator } from '@/components/catalogue/price-calculator'
import { PricePictures } from '@/components/catalogue/price-pictures'
import { NotStated, Section } from '@/components/catalogue/section'
import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import type { AnnouncedPrice, ModuleView } from '@/lib/catalogue/module-view'
import type { Calculator } from '@/lib/catalogue/prices/calculator-rules'
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

/** P14: the list prices that hold today and those announced, with tiers and cliffs, and what they make for the reader. */
export function ModulePrices({ module, calculator }: { module: ModuleView; calculator: Calculator }) {
  const { present, announced } = module.prices
  const { patients } = calculator
  return (
    <Section id="prices">
      <p>List prices are the most a supplier may ask. They exclude VAT.</p>
      {present.length === 0 ? <NotStated /> : <PresentPrices prices={present} patients={patients} />}
      {announced.length === 0 ? null : (
        <>
          <h3 className="nhsuk-heading-s">Announced for later</h3>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {announced.map((a) => (
              <li key={a.price.id}>{announcedWords(a)}</li>
            ))}
          </ul>
        </>
      )}
      {present
        .flatMap((price) => [...ownCliff(price, patients), ...cliffWords(price)])
        .map((words) => (
          <InsetText key={words}>{words}</InsetText>
        ))}
      <PriceCalculator module={module} calculator={calculator} />
      <PricePictures prices={present} patients={patients} />
    </Section>
  )
}

function PresentPrices({ prices, patients }: { prices: Price[]; patients: number | null }) {
  return (
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
  )
}

const announcedWords = ({ price, announcedOn }: AnnouncedPrice): string =>
  `From ${dayWords(price.validFrom)}: ${priceWords(price).join('; ')}. Announced ${dayWords(announcedOn)}.`

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
