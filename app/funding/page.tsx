import type { Metadata } from 'next'
import { BudgetMeter } from '@/components/funding/budget-meter'
import { FundingQueue } from '@/components/funding/funding-queue'
import { PayerLinks } from '@/components/funding/payer-links'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { payerOf } from '@/lib/funding/funding-policy'
import { listBudgetLines } from '@/lib/funding/get-funding-request'
import { listFundingQueue } from '@/lib/funding/list-funding-queue'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'Funding' }

export default async function FundingPage() {
  const ctx = await requireContext()
  const [requests, lines] = await Promise.all([listFundingQueue(ctx), listBudgetLines(ctx.actor)])
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Funding</PageTitle>
      {payerOf(ctx.actor) ? <PayerLinks /> : null}
      {requests.length > 0 ? (
        <FundingQueue requests={requests} today={dayOf(ctx.now)} />
      ) : (
        <p>There is no funding request. A practice asks for money from its call-off.</p>
      )}
      <BudgetMeter lines={lines} />
    </>
  )
}
