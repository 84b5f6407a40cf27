import { DaysLeft } from '@/components/contracts/days-left'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { contractStateColours, contractStateLabels } from '@/lib/contracts/contract'
import type { ContractLine } from '@/lib/contracts/list-contracts'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'

/** What the practice runs under contract: what is paid, until when, the last day to give notice, who decides. */
export function OwnContracts({ contracts }: { contracts: ContractLine[] }) {
  if (contracts.length === 0)
    return <p>No contract of this practice stands here. One does when both sides have signed its call-off.</p>
  return (
    <>
      <h2 className="nhsuk-heading-m" id="contracts">
        What we pay, and until when
      </h2>
      {contracts.map((contract) => (
        <section key={contract.id} aria-labelledby={`contract-${contract.id}`}>
          <h3 className="nhsuk-heading-s" id={`contract-${contract.id}`}>
            <a href={`/contracts/${contract.id}`}>{contract.moduleName}</a>
          </h3>
          <SummaryList rows={rowsOf(contract)} />
        </section>
      ))}
    </>
  )
}

function rowsOf(contract: ContractLine) {
  const colour = contractStateColours[contract.state]
  return [
    { key: 'State', value: <Tag colour={colour}>{contractStateLabels[contract.state]}</Tag> },
    { key: 'Supplier', value: contract.supplier },
    { key: 'We pay', value: `${poundsWords(contract.yearlyPence)} a year, excluding VAT` },
    { key: 'Ends', value: dayWords(contract.endsOn) },
    { key: 'Last day to give notice', value: <DaysLeft contract={contract} /> },
    { key: 'Who decides', value: `The practice chooses; ${contract.payer} pays and agrees the money` },
  ]
}
