import { Downloads } from '@/components/catalogue/downloads'
import { BundleReport } from '@/components/comparison/bundle-check'
import { ComparedViews } from '@/components/comparison/compared-views'
import { LinesTable } from '@/components/comparison/lines-table'
import { PriceComparison } from '@/components/comparison/price-comparison'
import { Button } from '@/components/ui/button'
import { Checkboxes } from '@/components/ui/choices'
import { TextField } from '@/components/ui/text-field'
import type { AddressParameters } from '@/lib/catalogue/module-filter-rules'
import type { Comparison } from '@/lib/comparison/compare-modules'
import type { ComparedFor } from '@/lib/comparison/comparison'
import { comparisonAddress } from '@/lib/comparison/comparison-address'
import { differences } from '@/lib/comparison/comparison-rules'

type Props = {
  comparison: Comparison
  asked: ComparedFor
  sizeHint: string
  parameters: AddressParameters
}
/** Modules side by side in a box that scrolls; a cell is words, with a colour that only repeats them (CMP-2). */
export function ComparisonTable(props: Props) {
  const { comparison, asked, parameters } = props
  const onlyDifferences = parameters.differences === '1'
  const { patients } = asked
  const lines = onlyDifferences ? differences(comparison.lines) : comparison.lines
  const ids = comparison.modules.map((m) => m.id)
  return (
    <>
      <ComparisonForm {...props} onlyDifferences={onlyDifferences} />
      <LinesTable
        caption={onlyDifferences ? 'Where these modules differ' : 'These modules side by side'}
        modules={comparison.modules.map((m) => ({
          key: m.id,
          head: <a href={`/modules/${m.id}${patients === null ? '' : `?n=${patients}`}`}>{m.listing.name}</a>,
        }))}
        lines={lines}
      />
      {lines.length === 0 ? <p>These modules do not differ in anything shown here.</p> : null}
      <PriceComparison modules={comparison.modules} patients={patients} />
      <ComparedViews modules={comparison.modules} asked={asked} onlyDifferences={onlyDifferences} judged={parameters} />
      {comparison.bundle ? <BundleReport bundle={comparison.bundle} /> : null}
      <Downloads
        what="this comparison"
        csv={comparisonAddress(ids, asked, '/compare/table.csv')}
        json={comparisonAddress(ids, asked, '/compare/table.json')}
        pdf={comparisonAddress(ids, asked, '/compare/table.pdf')}
      />
    </>
  )
}

/** List size and "only differences", by a plain form. */
function ComparisonForm({
  comparison,
  asked: { patients, term },
  sizeHint,
  onlyDifferences,
}: Props & { onlyDifferences: boolean }) {
  return (
    <form action="/compare" method="get" aria-label="What to show">
      {comparison.modules.map((m) => (
        <input type="hidden" name="m" value={m.id} key={m.id} />
      ))}
      <TextField
        name="n"
        label="My list size"
        hint={sizeHint}
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
        value={term === null ? '' : String(term)}
      />
      <Checkboxes
        name="differences"
        label="Lines"
        small
        options={[{ value: '1', text: 'Only where the modules differ' }]}
        values={onlyDifferences ? ['1'] : []}
      />
      <Button look="secondary">Show</Button>
    </form>
  )
}
