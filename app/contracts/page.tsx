import type { Metadata } from 'next'
import { ContractTable } from '@/components/contracts/contract-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { pageInput } from '@/lib/contracts/contract-schema'
import { listContracts } from '@/lib/contracts/list-contracts'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'Contracts' }

const pageSize = 30

type Props = { searchParams: Promise<{ page?: string }> }

export default async function ContractsPage({ searchParams }: Props) {
  const ctx = await requireContext()
  const contracts = await listContracts(ctx.actor, dayOf(ctx.now))
  const page = pageInput.parse((await searchParams).page)
  const pages = Math.max(1, Math.ceil(contracts.length / pageSize))
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Contracts</PageTitle>
      <p>What your organisation has agreed, until when, and the last day on which each contract can be left.</p>
      <ContractTable contracts={contracts.slice((page - 1) * pageSize, page * pageSize)} />
      <Pager page={page} pages={pages} hrefOf={(n) => `/contracts?page=${n}`} />
      <p className="no-print">
        <a href="/contracts/calendar.ics">Download the notice dates for your calendar</a>
      </p>
    </>
  )
}
