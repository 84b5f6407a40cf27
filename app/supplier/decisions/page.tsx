import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OwnDecisionList } from '@/components/assurance/own-decisions'
import { SignalTable } from '@/components/assurance/signal-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { listOwnDecisions } from '@/lib/assurance/decisions/list-own-decisions'
import { listOwnSignals } from '@/lib/assurance/signals/list-signals'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { appeal, dispute } from './actions'

export const metadata: Metadata = { title: 'Decisions about your modules' }

const doneWords: Record<string, string> = {
  appealed: 'Your appeal is lodged. Two officers who did not make the decision will decide.',
  disputed: 'Your dispute is raised. You will hear of the answer.',
}

export default async function OwnDecisionsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const ctx = await requireContext()
  const own = await listOwnDecisions(ctx)
  if (!own) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier', text: 'Your modules and listings' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>Decisions about your modules</PageTitle>
      <OwnDecisionList own={own} appeal={appeal} dispute={dispute} />
      <h2 className="nhsuk-heading-m">Signals about your modules</h2>
      <SignalTable signals={await listOwnSignals(ctx.actor)} />
    </>
  )
}
