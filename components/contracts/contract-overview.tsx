import { InsetText } from '@/components/ui/inset-text'
import { whatIsNext } from '@/lib/contracts/contract-words'
import type { ContractView } from '@/lib/contracts/get-contract'
import type { Day } from '@/lib/platform/days'
import { ContractFacts } from './contract-facts'
import { ContractTimeline } from './contract-timeline'

/** Who has the contract and what is next, then what was agreed. */
export function ContractOverview({ contract, today }: { contract: ContractView; today: Day }) {
  const { who, next } = whatIsNext(contract)
  return (
    <>
      <InsetText>
        <p>
          <strong>Next: {who}.</strong> {next}
        </p>
        <p>
          <a href={`/contracts/${contract.id}/end`}>Notice, hold-over and exit of this contract</a>
        </p>
        <p>
          <a href={`/invoices?contract=${contract.id}`}>Invoices of this contract</a>
        </p>
        <p>
          <a href={`/contracts/${contract.id}/usage`}>Recorded use of this contract</a>
        </p>
        <p>
          <a href={`/contracts/${contract.id}/changes`}>Versions and changes of this contract</a>
        </p>
      </InsetText>
      <ContractFacts contract={contract} />
      <ContractTimeline contract={contract} today={today} />
    </>
  )
}
