import { PricePlot } from '@/components/catalogue/price-plot'
import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { cliffWords } from '@/lib/catalogue/prices/cliff-rules'
import { headlineOf } from '@/lib/catalogue/prices/price-day-rules'
import { priceLines } from '@/lib/comparison/price-line-rules'
import { poundsWords } from '@/lib/platform/money'

const title = 'Price a year by size of the list'

/** What the compared modules cost a year for lists of any size: picture, table, and each cliff in words. */
export function PriceComparison({ modules, patients }: { modules: ModuleView[]; patients: number | null }) {
  const found = priceLines(modules, patients)
  if (!found) return null
  const { end, lines, rows, without } = found
  return (
    <section aria-labelledby="prices-by-size">
      <h2 className="nhsuk-heading-m" id="prices-by-size">
        {title}
      </h2>
      <PricePlot
        id="prices-plot"
        title={title}
        text={`A line for each of ${lines.map((line) => line.name).join(', ')}. The table below gives the numbers.`}
        units="patients"
        end={end}
        lines={lines}
        own={patients}
      />
      {without.length > 0 ? <p>Not drawn, because no yearly price is known: {without.join(', ')}.</p> : null}
      {modules.flatMap(cliffsOfModule).map((words) => (
        <p key={words}>{words}</p>
      ))}
      <Details summary={`${title}, as a table`}>
        <Table
          caption={`${title}, as numbers`}
          hideCaption
          columns={[
            { heading: 'Patients', number: true },
            ...lines.map((line) => ({ heading: line.name, number: true })),
          ]}
          rows={rows.map((row) => ({
            key: row.patients.toString(),
            cells: [row.patients.toLocaleString('en-GB'), ...row.pence.map(poundsWords)],
          }))}
        />
      </Details>
    </section>
  )
}

function cliffsOfModule({ listing, prices, standing }: ModuleView): string[] {
  const headline = isOffSale(standing) ? undefined : headlineOf(prices.present)
  return headline ? cliffWords(headline).map((words) => `${listing.name}: ${words}`) : []
}
