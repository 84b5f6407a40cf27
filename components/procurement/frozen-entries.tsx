import { Table } from '@/components/ui/table'
import { poundsWords } from '@/lib/platform/money'
import type { Project } from '@/lib/procurement/projects/project'

/** The shortlist as it was frozen, with what was decided about each. */
export function FrozenEntries({ project }: { project: Project }) {
  const money = (pence: bigint | null) => (pence === null ? 'Depends on use' : poundsWords(pence))
  const outcome = (id: string) =>
    project.decision
      ? project.decision.winnerId === id
        ? 'Chosen'
        : `Not chosen: ${project.decision.exclusions[id]}`
      : 'Not decided'
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
          outcome(entry.id),
          <code key="h">{entry.listingSha256.slice(0, 12)}</code>,
        ],
      }))}
    />
  )
}
