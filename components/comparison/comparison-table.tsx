import { Fragment } from 'react'
import { Downloads } from '@/components/catalogue/downloads'
import { BundleReport } from '@/components/comparison/bundle-check'
import { PriceComparison } from '@/components/comparison/price-comparison'
import { Button } from '@/components/ui/button'
import { Checkboxes } from '@/components/ui/choices'
import { Tag, type TagColour } from '@/components/ui/tag'
import { TextField } from '@/components/ui/text-field'
import type { Comparison } from '@/lib/comparison/compare-modules'
import type { Cell, ComparedFor, ComparisonLine } from '@/lib/comparison/comparison'
import { comparisonAddress } from '@/lib/comparison/comparison-address'
import { differences } from '@/lib/comparison/comparison-rules'

type Props = { comparison: Comparison; asked: ComparedFor; sizeHint: string; onlyDifferences: boolean }
const colours: Record<Cell['tone'], TagColour> = {
  plain: 'white',
  good: 'green',
  caution: 'yellow',
  bad: 'red',
  unknown: 'grey',
}

/** Modules side by side in a box that scrolls; a cell is words, with a colour that only repeats them (CMP-2). */
export function ComparisonTable(props: Props) {
  const { comparison, onlyDifferences, asked } = props
  const { patients } = asked
  const lines = onlyDifferences ? differences(comparison.lines) : comparison.lines
  const ids = comparison.modules.map((m) => m.id)
  const sections = [...new Set(lines.map((line) => line.section))]
  return (
    <>
      <ComparisonForm {...props} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="scroll-box" aria-label="Comparison" tabIndex={0}>
        <table className="nhsuk-table">
          <caption className="nhsuk-table__caption">
            {onlyDifferences ? 'Where these modules differ' : 'These modules side by side'}
          </caption>
          <thead className="nhsuk-table__head">
            <tr>
              <th scope="col">What</th>
              {comparison.modules.map((m) => (
                <th scope="col" key={m.id}>
                  <a href={`/modules/${m.id}${patients === null ? '' : `?n=${patients}`}`}>{m.listing.name}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="nhsuk-table__body">
            {sections.map((section) => (
              <Fragment key={section}>
                <tr className="nhsuk-table__row">
                  <th scope="rowgroup" className="nhsuk-table__header" colSpan={comparison.modules.length + 1}>
                    {section}
                  </th>
                </tr>
                {lines.filter((line) => line.section === section).map((line) => lineRow(line, comparison))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
      {lines.length === 0 ? <p>These modules do not differ in anything shown here.</p> : null}
      <PriceComparison modules={comparison.modules} patients={patients} />
      {comparison.bundle ? <BundleReport bundle={comparison.bundle} /> : null}
      <Downloads
        what="this comparison"
        csv={comparisonAddress(ids, asked, '/compare/table.csv')}
        json={comparisonAddress(ids, asked, '/compare/table.json')}
      />
    </>
  )
}

function lineRow(line: ComparisonLine, { modules }: Comparison) {
  return (
    <tr className="nhsuk-table__row" key={line.key}>
      <th scope="row" className="nhsuk-table__cell">
        {line.label}
      </th>
      {line.cells.map((cell, i) => (
        <td className="nhsuk-table__cell" key={modules[i]!.id}>
          {cell.tone === 'plain' ? cell.words : <Tag colour={colours[cell.tone]}>{cell.words}</Tag>}
        </td>
      ))}
    </tr>
  )
}

/** List size and "only differences", by a plain form. */
function ComparisonForm({ comparison, asked: { patients, term }, sizeHint, onlyDifferences }: Props) {
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
