import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { UsageBars } from '@/components/payments/usage-bars'
import { UsageCharges } from '@/components/payments/usage-charges'
import { UsageForm } from '@/components/payments/usage-form'
import { UsageTables } from '@/components/payments/usage-tables'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { monthWords } from '@/lib/payments/invoices/invoice-words'
import { getContractUsage } from '@/lib/payments/usage/get-contract-usage'
import { usageAddress, usageFilter } from '@/lib/payments/usage/usage-filter'

export const metadata: Metadata = { title: 'Recorded use' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string>> }

export default async function ContractUsagePage({ params, searchParams }: Props) {
  const [{ id }, asked] = [await params, usageFilter.parse(await searchParams)]
  const usage = await getContractUsage(await requireContext(), id, asked)
  if (!usage) notFound()
  const { contract, practiceIds, month, practice, days, meters, lines } = usage
  const nameOf = await nameOrganisations(practiceIds)
  const here = { month: month.slice(0, 7), practice }
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/contracts', text: 'Contracts' },
          { href: `/contracts/${id}`, text: `Contract ${contract.number}` },
        ]}
      />
      <PageTitle
        caption={`${contract.moduleName}, contract ${contract.number}`}
      >{`Recorded use, ${monthWords(month)}`}</PageTitle>
      <p>Gateways report how often priced interfaces were called. What they sign is counted here, day by day.</p>
      <UsageForm usage={usage} nameOf={nameOf} />
      {days.length === 0 ? (
        <p>Nothing was recorded for this month.</p>
      ) : (
        <>
          <UsageBars days={days} month={month} />
          <UsageTables days={days} meters={meters} />
          <p>
            <a href={usageAddress(id, here, '/usage.csv')}>Download this month as CSV</a>
          </p>
        </>
      )}
      <UsageCharges lines={lines} nameOf={nameOf} />
    </>
  )
}
