import { Table } from '@/components/ui/table'
import type { TermsVersion } from '@/lib/contracts/changes/change'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'

/** The terms as they stood, version by version. */
export function VersionTable({ versions }: { versions: TermsVersion[] }) {
  return (
    <Table
      caption="Versions of this contract"
      columns={[
        { heading: 'Version' },
        { heading: 'In effect from' },
        { heading: 'Ends' },
        { heading: 'A year', number: true },
        { heading: 'Whole life', number: true },
        { heading: 'By' },
      ]}
      rows={versions.map((v) => ({
        key: String(v.number),
        cells: [
          String(v.number),
          dayWords(v.effectiveOn),
          dayWords(v.endsOn),
          poundsWords(v.yearlyPence),
          poundsWords(v.totalPence),
          v.changeId ? 'a change that both sides signed' : 'the contract as it was made',
        ],
      }))}
    />
  )
}
