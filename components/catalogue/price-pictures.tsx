import { PricePlot } from '@/components/catalogue/price-plot'
import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import { costOf, isPlotted, piecesOf, plotEnd, quantitiesShown } from '@/lib/catalogue/prices/plot-rules'
import type { Price } from '@/lib/catalogue/prices/price'
import { poundsWords } from '@/lib/platform/money'

/** Each price that grows or has tiers as a picture, and the same numbers as a table. */
export function PricePictures({ prices, patients }: { prices: Price[]; patients: number | null }) {
  return prices.filter(isPlotted).map((price, i, all) => {
    const own = price.basis === 'patient' ? patients : null
    const end = plotEnd([price], own)
    const which = all.length > 1 ? `Price ${i + 1} of ${all.length}` : 'Price'
    const title = `${which} ${price.period === 'none' ? 'once' : 'a year'} by number of ${price.unitPlural}`
    const rows = quantitiesShown([price], end, own).map((quantity) => ({
      key: quantity.toString(),
      cells: [quantity.toLocaleString('en-GB'), poundsWords(costOf(price, quantity))],
    }))
    return (
      <div key={price.id}>
        <h3 className="nhsuk-heading-s">{title}</h3>
        <PricePlot
          id={`plot-${price.id}`}
          title={title}
          text={`From ${rows[0]!.cells[1]} for 1 to ${rows.at(-1)!.cells[1]} for ${rows.at(-1)!.cells[0]}. The table below gives the numbers.`}
          units={price.unitPlural}
          end={end}
          lines={[{ key: price.id, name: price.unit, pieces: piecesOf(price, end) }]}
          own={own}
        />
        <Details summary={`${title}, as a table`}>
          <Table
            caption={title}
            hideCaption
            columns={[
              { heading: price.unitPlural, number: true },
              { heading: 'Price, excluding VAT', number: true },
            ]}
            rows={rows}
          />
        </Details>
      </div>
    )
  })
}
