import { Table } from '@/components/ui/table'
import type { Reason } from '@/lib/comparison/optimiser/choice'
import { poundsWords } from '@/lib/platform/money'

/** `isSmallest` null: nobody asked whether fewer of them clash. */
type Props = { title: string; reasons: Reason[]; isSmallest: boolean | null }

/** What cannot all hold at once, what giving each up would cost, and the facts of the market behind it (INF-2 to INF-6). */
export function ConflictReport({ title, reasons, isSmallest }: Props) {
  const [own, facts] = [reasons.filter((r) => r.canDrop), reasons.filter((r) => !r.canDrop)]
  return (
    <section aria-labelledby="conflict">
      <h2 className="nhsuk-heading-m" id="conflict">
        {title}
      </h2>
      <p>
        These cannot all hold at once. {isSmallest === true ? 'Giving up any one of them makes a plan possible.' : null}
        {isSmallest === false ? 'Time ran out before it was clear whether fewer of them already clash.' : null}
      </p>
      {own.length > 0 ? (
        <Table
          caption="What clashes, and what giving it up would cost"
          columns={[{ heading: 'You ask for' }, { heading: 'Cheapest plan without it', number: true }]}
          rows={own.map(({ id, words, costWithoutPence }) => ({
            key: id,
            cells: [begun(words), costWithoutPence === null ? 'Not found' : poundsWords(BigInt(costWithoutPence))],
          }))}
        />
      ) : null}
      {facts.length > 0 ? (
        <>
          <p>The market is like this, and you cannot change it here:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {facts.map(({ id, words }) => (
              <li key={id}>{begun(words)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

/** Reasons are parts of sentences; here they begin one. */
const begun = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
