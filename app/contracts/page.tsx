import type { Metadata } from 'next'
import { ContractTable } from '@/components/contracts/contract-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { listContracts } from '@/lib/contracts/list-contracts'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'Contracts' }

export default async function ContractsPage() {
  const ctx = await requireContext()
  const contracts = await listContracts(ctx.actor, dayOf(ctx.now))
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Contracts</PageTitle>
      <p>What your organisation has agreed, until when, and the last day on which each contract can be left.</p>
      <ContractTable contracts={contracts} />
      <p className="no-print">
        <a href="/contracts/calendar.ics">Download the notice dates for your calendar</a>
      </p>
    </>
  )
}
