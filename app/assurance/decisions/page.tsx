import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DecisionDesk } from '@/components/assurance/decision-desk'
import { OfficerTasks } from '@/components/assurance/officer-tasks'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { listOfficerTasks } from '@/lib/assurance/clocks/list-considerations'
import { getDecisionDesk } from '@/lib/assurance/decisions/list-proposals'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { consider, propose, second } from './actions'

export const metadata: Metadata = { title: 'Decisions about modules' }

const doneWords: Record<string, string> = {
  proposed: 'Your proposal waits for a second officer.',
  considered: 'Your reason is kept. No suspension is proposed for now.',
  made: 'The decision is made and in force.',
}

export default async function DecisionsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const ctx = await requireContext()
  const desk = await getDecisionDesk(ctx.actor)
  if (!desk) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/register', text: 'Register' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>Decisions about modules</PageTitle>
      <OfficerTasks tasks={await listOfficerTasks(ctx)} consider={consider} />
      <DecisionDesk desk={desk} propose={propose} second={second} />
    </>
  )
}
