import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PayoutAccountFacts, PayoutAccountForms } from '@/components/payments/payout-account'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getHistory } from '@/lib/audit/get-history'
import { requireContext } from '@/lib/identity/context'
import { getPayoutAccount } from '@/lib/payments/accounts/get-payout-account'
import { change, confirm } from './actions'

export const metadata: Metadata = { title: 'Where you are paid' }

const done: Record<string, string> = {
  changed: 'The account is entered. A second person of your organisation must confirm it.',
  confirmed: 'The account is confirmed.',
}

export default async function PayoutAccountPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const view = await getPayoutAccount(await requireContext())
  if (!view) notFound()
  const said = done[(await searchParams).done ?? '']
  const about = view.account ? [{ type: 'PayoutAccount', id: view.account.id }] : []
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier/payments', text: 'Your payments' }]} />
      {said ? <Notice>{said}</Notice> : null}
      <PageTitle>Where you are paid</PageTitle>
      <PayoutAccountFacts view={view} />
      <PayoutAccountForms view={view} change={change} confirm={confirm} />
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={await getHistory(about)} />
    </>
  )
}
