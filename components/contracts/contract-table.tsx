import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { contractStateColours, contractStateLabels } from '@/lib/contracts/contract'
import type { RegisterLine } from '@/lib/contracts/register/search-contracts'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import { DaysLeft } from './days-left'

/** The contracts of the reader's organisations, the soonest notice date first. */
export function ContractTable({ contracts, searched }: { contracts: RegisterLine[]; searched: boolean }) {
  if (contracts.length === 0 && searched) return <p>No contract answers this. Ask for less, or look at all of them.</p>
  if (contracts.length === 0)
    return <p>There is no contract yet. A contract stands here when both sides have signed its call-off.</p>
  return (
    <Table
      caption="Contracts, the soonest notice date first"
      hideCaption
      columns={[
        { heading: 'System or service' },
        { heading: 'Practice' },
        { heading: 'Supplier' },
        { heading: 'State' },
        { heading: 'Ends' },
        { heading: 'Last day to give notice' },
        { heading: 'A year', number: true },
      ]}
      rows={contracts.map((c) => ({
        key: c.id,
        cells: [
          <a href={`/contracts/${c.id}`} key="link">
            {c.moduleName}
          </a>,
          c.practice,
          c.supplier,
          <Tag colour={contractStateColours[c.state]} key="tag">
            {contractStateLabels[c.state]}
          </Tag>,
          dayWords(c.endsOn),
          <DaysLeft contract={c} key="notice" />,
          poundsWords(c.yearlyPence),
        ],
      }))}
    />
  )
}
