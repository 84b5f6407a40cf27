import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { dayWords } from '@/lib/platform/days'
import { caseLabels, endingWords } from '@/lib/switching/cases/case'
import type { CaseView } from '@/lib/switching/cases/get-case'

/** Cases of a practice, a payer or a supplier, the open ones first. */
export function CaseTable({ cases }: { cases: CaseView[] }) {
  if (cases.length === 0)
    return (
      <p>There is no case. One opens by itself when a system in use is put under remediation, suspended or removed.</p>
    )
  return (
    <Table
      caption="Cases"
      hideCaption
      columns={['System', 'Practice', 'Where it stands', 'Since', 'Leave not before'].map((heading) => ({ heading }))}
      rows={cases.map((one) => ({
        key: one.id,
        cells: [
          <a key="name" href={`/cases/${one.id}`}>
            {one.moduleName}
          </a>,
          one.practice,
          <Tag key="tag" colour={caseLabels[one.state].colour}>
            {one.ending ? endingWords[one.ending] : caseLabels[one.state].words}
          </Tag>,
          dayWords(one.movedOn),
          one.exitBy ? dayWords(one.exitBy) : 'It need not be left',
        ],
      }))}
    />
  )
}
