import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SignalTable } from '@/components/assurance/signal-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { listSignals } from '@/lib/assurance/signals/list-signals'
import { requireContext } from '@/lib/identity/context'

export const metadata: Metadata = { title: 'Integrity signals' }

export default async function SignalsPage() {
  const ctx = await requireContext()
  const signals = await listSignals(ctx.actor)
  if (!signals) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/register', text: 'Register' }]} />
      <PageTitle>Integrity signals</PageTitle>
      <p>
        What is allowed and deserves a second look, worked out from facts and dates. A supplier sees its own, and
        everybody sees how many there are of a module. At most 200 lines are shown.
      </p>
      <SignalTable signals={signals} />
    </>
  )
}
