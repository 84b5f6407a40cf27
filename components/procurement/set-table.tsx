import { Table } from '@/components/ui/table'
import { priceFromJson } from '@/lib/catalogue/prices/price'
import { priceWords } from '@/lib/catalogue/prices/price-rules'
import { poundsWords } from '@/lib/platform/money'
import type { EntrySet } from '@/lib/procurement/projects/cover-rules'
import type { FrozenEntry, Project } from '@/lib/procurement/projects/project'

type Props = { project: Project; sets: EntrySet[]; uncovered: string[]; capabilityNames: Record<string, string> }

/** Sets of frozen modules that cover the need together, by their whole cost, every line of it shown (COM-7). */
export function SetTable({ project, sets, uncovered, capabilityNames }: Props) {
  if (project.capabilityIds.length === 0) return null
  return (
    <section aria-labelledby="sets">
      <h2 className="nhsuk-heading-m" id="sets">
        Sets that cover the need
      </h2>
      {uncovered.length > 0 ? (
        <p>
          Nothing on the frozen shortlist covers{' '}
          {uncovered.map((id) => `${capabilityNames[id] ?? 'a former capability'} (${id})`).join(', ')}, so no set
          covers the whole need. You can say that none is suitable, or start again with other needs or another
          shortlist.
        </p>
      ) : sets.length === 0 ? (
        <p>The prices of what could cover the need depend on use, so no set can be compared by its whole cost.</p>
      ) : (
        <>
          <p>
            The cheapest {sets.length === 1 ? 'set' : `${sets.length} sets`} of what stands on the shortlist, by the
            price of all modules together over the whole term, excluding VAT. A set is a comparison and no decision.
          </p>
          <Table
            caption="Sets by their whole cost"
            columns={[
              { heading: 'Module' },
              { heading: 'Supplier' },
              { heading: 'Covers' },
              { heading: 'Price' },
              { heading: 'Whole term', number: true },
            ]}
            rows={sets.flatMap((set, i) => rowsOf(set, i + 1, project))}
          />
        </>
      )}
    </section>
  )
}

function rowsOf({ entryIds, termPence }: EntrySet, number: number, { entries, capabilityIds }: Project) {
  const of = entries.filter(({ id }) => entryIds.includes(id))
  const lines = of.map((entry) => ({ key: `${number}-${entry.id}`, cells: cellsOf(entry, number, capabilityIds) }))
  const together = of.length === 1 ? '1 module' : `${of.length} modules`
  const total = [
    <b key="s">Set {number} together</b>,
    together,
    'The whole need',
    'All lines',
    <b key="t">{poundsWords(termPence)}</b>,
  ]
  return [...lines, { key: `${number}`, cells: total }]
}

const cellsOf = (entry: FrozenEntry, number: number, needed: string[]) => [
  `Set ${number}: ${entry.moduleName}`,
  entry.supplierName,
  needed.filter((id) => entry.capabilityIds.includes(id)).join(', '),
  entry.prices.flatMap((price) => priceWords(priceFromJson(price))).join('; '),
  poundsWords(entry.termPence!),
]
