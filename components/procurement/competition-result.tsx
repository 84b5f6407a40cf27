import { AbsoluteViews } from '@/components/comparison/absolute-views'
import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import { Warning } from '@/components/ui/warning'
import { totalWords } from '@/lib/comparison/scoring/scoring-rules'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import type { ResultEntry, ResultView } from '@/lib/procurement/competitions/competition-view'
import { sensitivityWords } from '@/lib/procurement/competitions/sensitivity-words'
import { scoreInWords } from './evaluator-desk'
import { StackPicture } from './stack-picture'

/** Who has which total and of what it is made: a picture, the same in a table, and whether it hangs on who took part (COM-9). */
export function CompetitionResult({ result }: { result: ResultView }) {
  const { entries, sets, stacks, criteria, deciders, views } = result
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
      {sets ? <SetRule /> : null}
      <StackPicture stacks={stacks} />
      <Table
        caption="The same in figures"
        columns={[
          { heading: sets ? 'Modules' : 'Module' },
          { heading: 'Price over the term', number: true },
          { heading: 'Price band', number: true },
          ...stacks[0]!.segments.map(({ name }) => ({ heading: `Points for ${name.toLowerCase()}`, number: true })),
          { heading: 'Total', number: true },
          { heading: 'Outcome' },
          ...(sets ? [] : [{ heading: 'Offer' }]),
        ]}
        rows={(sets ?? entries.map(asOption)).map(
          ({ id, name, pricePence, band, total, eligible, isWinner, ...more }) => ({
            key: id,
            cells: [
              name,
              pricePence === null ? 'Depends on use' : poundsWords(pricePence),
              band,
              ...stacks.find((s) => s.entryId === id)!.segments.map(({ points }) => totalWords(points)),
              totalWords(total),
              eligible ? (isWinner ? 'Greatest total' : 'Lesser total') : 'A must is not met, so it cannot win',
              ...('offer' in more ? [more.offer] : []),
            ],
          }),
        )}
      />
      {sets ? <ModulesOfSets entries={entries} /> : null}
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
        bands={Object.fromEntries((sets ?? entries.map(asOption)).map(({ id, band }) => [id, band]))}
      />
    </>
  )
}

const offerWords = ({ offer }: ResultEntry): string =>
  offer?.validUntil ? `Holds until ${dayWords(offer.validUntil)}` : 'None: list price'

const asOption = (line: ResultEntry) => ({
  ...line,
  id: line.entry.id,
  name: line.entry.moduleName,
  pricePence: line.entry.termPence,
  offer: offerWords(line),
})

/** By which rule sets are compared, in words (ADR 0027). */
function SetRule() {
  return (
    <p>
      No module need cover the whole need, so sets of modules compete. The price of a set is that of all its modules
      together. Its quality is the mean, over every capability that is needed, of the scores of the module that covers
      it; where two cover the same, the lower score counts.
    </p>
  )
}

function ModulesOfSets({ entries }: { entries: ResultEntry[] }) {
  return (
    <Table
      caption="Modules of the sets"
      columns={[
        { heading: 'Module' },
        { heading: 'Supplier' },
        { heading: 'Price over the term', number: true },
        { heading: 'Total of the best set with it', number: true },
        { heading: 'Offer' },
      ]}
      rows={entries.map((line) => ({
        key: line.entry.id,
        cells: [
          line.entry.moduleName,
          line.entry.supplierName,
          line.entry.termPence === null ? 'Depends on use' : poundsWords(line.entry.termPence),
          totalWords(line.total),
          offerWords(line),
        ],
      }))}
    />
  )
}
