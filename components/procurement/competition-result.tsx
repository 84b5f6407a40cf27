import { AbsoluteViews } from '@/components/comparison/absolute-views'
import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import { Warning } from '@/components/ui/warning'
import { totalWords } from '@/lib/comparison/scoring/scoring-rules'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import type { ResultView } from '@/lib/procurement/competitions/competition-view'
import { sensitivityWords } from '@/lib/procurement/competitions/sensitivity-words'
import { scoreInWords } from './evaluator-desk'
import { StackPicture } from './stack-picture'

/** Who has which total and of what it is made: a picture, the same in a table, and whether it hangs on who took part (COM-9). */
export function CompetitionResult({ result }: { result: ResultView }) {
  const { entries, stacks, criteria, deciders, views } = result
  return (
    <>
      <h2 className="nhsuk-heading-m">Result</h2>
      {deciders.length > 0 ? (
        <Warning title="The result is fragile">
          <p>{sensitivityWords(deciders)}</p>
        </Warning>
      ) : (
        <InsetText>
          <p>{sensitivityWords(deciders)}</p>
        </InsetText>
      )}
      <StackPicture stacks={stacks} />
      <Table
        caption="The same in figures"
        columns={[
          { heading: 'Module' },
          { heading: 'Price over the term', number: true },
          { heading: 'Price band', number: true },
          ...stacks[0]!.segments.map(({ name }) => ({ heading: `Points for ${name.toLowerCase()}`, number: true })),
          { heading: 'Total', number: true },
          { heading: 'Outcome' },
          { heading: 'Offer' },
        ]}
        rows={entries.map(({ entry, offer, band, total, eligible, isWinner }) => ({
          key: entry.id,
          cells: [
            entry.moduleName,
            entry.termPence === null ? 'Depends on use' : poundsWords(entry.termPence),
            band,
            ...stacks.find((s) => s.entryId === entry.id)!.segments.map(({ points }) => totalWords(points)),
            totalWords(total),
            eligible ? (isWinner ? 'Greatest total' : 'Lesser total') : 'A must is not met, so it cannot win',
            offer?.validUntil ? `Holds until ${dayWords(offer.validUntil)}` : 'None: list price',
          ],
        }))}
      />
      {criteria.length === 0 ? null : (
        <Table
          caption="Agreed scores"
          columns={['What', ...entries.map(({ entry }) => entry.moduleName)].map((heading) => ({ heading }))}
          rows={criteria.map((criterion) => ({
            key: criterion.id,
            cells: [
              criterion.words,
              ...entries.map(({ agreed }) => {
                const score = agreed[criterion.id]
                return score ? `${scoreInWords(criterion, score.value)}: ${score.reason}` : 'Not scored'
              }),
            ],
          }))}
        />
      )}
      <h2 className="nhsuk-heading-m">Three views beside the result</h2>
      <p>
        The total above alone decides. These views change nothing: each judges an entry by its own figures, so that they
        stay the same whoever else takes part. Where they disagree with the total, look again at what you asked for.
      </p>
      <AbsoluteViews
        id="views"
        view={views}
        bands={Object.fromEntries(entries.map(({ entry, band }) => [entry.id, band]))}
      />
    </>
  )
}
