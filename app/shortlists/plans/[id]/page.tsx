import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlanOutcome } from '@/components/comparison/plan-outcome'
import { PlanActs } from '@/components/comparison/plan-runs/plan-acts'
import { PlanFacts } from '@/components/comparison/plan-runs/plan-facts'
import { PlanOutOfDate } from '@/components/comparison/plan-runs/plan-out-of-date'
import { PlanProgress } from '@/components/comparison/plan-runs/plan-progress'
import { PlanRunTable } from '@/components/comparison/plan-runs/plan-run-table'
import { WhatIfForms } from '@/components/comparison/plans/what-if-forms'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getPlanPage } from '@/lib/comparison/plans/get-plan'
import { isUnderWay } from '@/lib/comparison/plans/plan-run'
import { whatIfWords } from '@/lib/comparison/plans/what-if-rules'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { askMore, cancel, makeShortlists, startProject, whatIf } from '../actions'

export const metadata: Metadata = { title: 'Plan' }

const doneWords: Record<string, string> = {
  asked: 'You have asked for this plan.',
  same: 'Exactly this was asked before: here is the answer.',
  cancelled: 'The computation is cancelled.',
  shortlists: 'The shortlists are made.',
}
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function PlanPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const view = await getPlanPage(ctx, (await params).id)
  if (!view) notFound()
  const { run, parent, children } = view
  const { id, state, progress, limitSeconds, choice, outcome, change } = run
  const done = wordsFor(doneWords, (await searchParams).done)
  const asked =
    change && parent ? { words: whatIfWords(change, parent.choice), before: parent.outcome?.plan ?? null } : null
  const links = { csv: `/shortlists/plans/${id}/plans.csv`, json: `/shortlists/plans/${id}/plans.json` }
  return (
    <>
      <Breadcrumbs trail={[{ href: `/shortlists/needs/${run.profileId}`, text: run.profile.name }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={run.profile.name}>Plan</PageTitle>
      {isUnderWay(run) ? <PlanProgress run={{ id, state, progress, limitSeconds }} /> : null}
      <PlanOutOfDate view={view} />
      {outcome ? <PlanOutcome choice={choice} outcome={outcome} links={links} {...(asked ? { asked } : {})} /> : null}
      <PlanFacts view={view} />
      {view.mayAsk ? <PlanActs view={view} actions={{ cancel, makeShortlists, startProject }} /> : null}
      {view.mayAsk && outcome ? (
        <WhatIfForms runId={id} choice={choice} outcome={outcome} actions={{ whatIf, askMore }} />
      ) : null}
      {children.length > 0 ? (
        <PlanRunTable caption="What was asked of this plan" runs={children} choice={choice} />
      ) : null}
    </>
  )
}
