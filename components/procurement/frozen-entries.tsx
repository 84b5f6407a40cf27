import { Table } from '@/components/ui/table'
import { exclusionWords } from '@/lib/comparison/shortlist'
import { poundsWords } from '@/lib/platform/money'
import type { FrozenEntry, Project } from '@/lib/procurement/projects/project'

/** The matches as they were frozen, with what was decided about each. */
export function FrozenEntries({ project }: { project: Project }) {
  const money = (pence: bigint | null) => (pence === null ? 'Depends on use' : poundsWords(pence))
  return (
    <Table
      caption="The frozen shortlist"
      columns={[
        { heading: 'Module' },
        { heading: 'Supplier' },
        { heading: 'Standing then' },
        { heading: 'A year', number: true },
        { heading: 'Whole term', number: true },
        { heading: 'Outcome' },
        { heading: 'Text frozen as' },
      ]}
      rows={project.entries.map((entry) => ({
        key: entry.id,
        cells: [
          <a href={`/modules/${entry.moduleId}`} key="m">
            {entry.moduleName}
          </a>,
          entry.supplierName,
          entry.label,
          money(entry.yearlyPence),
          money(entry.termPence),
          outcomeOf(project, entry),
          <code key="h">{entry.listingSha256.slice(0, 12)}</code>,
        ],
      }))}
    />
  )
}

function outcomeOf({ decision, exclusions }: Project, { id, leftOut }: FrozenEntry): string {
  if (decision?.winnerIds.includes(id)) return 'Chosen'
  const reason = exclusions[id] ?? leftOut
  if (reason) return `Left out. ${exclusionWords[reason.code]}: ${reason.text}`
  if (!decision) return 'Not decided'
  return decision.exclusions[id] ? `Not chosen: ${decision.exclusions[id]}` : 'Not chosen'
}
