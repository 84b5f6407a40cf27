import type { Metadata } from 'next'
import { ContractTable } from '@/components/contracts/contract-table'
import { RegisterForm } from '@/components/contracts/register-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { pageInput } from '@/lib/contracts/contract-schema'
import { registerFilter, registerQuery } from '@/lib/contracts/register/register-filter'
import { searchContracts } from '@/lib/contracts/register/search-contracts'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'Contracts' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ContractsPage({ searchParams }: Props) {
  const ctx = await requireContext()
  const asked = await searchParams
  const filter = registerFilter.parse(asked)
  const found = await searchContracts(ctx.actor, filter, pageInput.parse(asked.page), dayOf(ctx.now))
  const query = registerQuery(filter)
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Contracts</PageTitle>
      <p>What your organisation has agreed, until when, and the last day on which each contract can be left.</p>
      <RegisterForm filter={filter} />
      <p role="status">{found.total === 1 ? '1 contract' : `${found.total.toLocaleString('en-GB')} contracts`}</p>
      <ContractTable contracts={found.lines} searched={query !== ''} />
      <Pager page={found.page} pages={found.pages} hrefOf={(n) => `/contracts?${registerQuery(filter, n)}`} />
      <ul className="nhsuk-list no-print">
        <li>
          <a href="/contracts/calendar">Calendar of notice dates</a>
        </li>
        <li>
          <a href={`/contracts/register.csv?${query}`}>Download these contracts as a table (CSV)</a>
        </li>
        <li>
          <a href={`/contracts/register.json?${query}`}>Download these contracts for programs (JSON)</a>
        </li>
        <li>
          <a href="/contracts/calendar.ics">Download the notice dates for your calendar</a>
        </li>
      </ul>
    </>
  )
}
