import type { Metadata } from 'next'
import { DecisionFiguresTable } from '@/components/funding/decision-figures-table'
import { UrgentFigures } from '@/components/procurement/urgent-figures'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { listDecisionFigures } from '@/lib/funding/list-decision-figures'
import { readContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { refusalWords } from '@/lib/platform/refusal-words'
import { listUrgentFigures } from '@/lib/procurement/reviews/list-urgent-figures'

export const metadata: Metadata = { title: 'How payers decide on funding' }

export default async function FundingDecisionsPage() {
  const ctx = await readContext()
  const figures = await listDecisionFigures(ctx)
  const urgent = await listUrgentFigures(ctx)
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>How payers decide on funding</PageTitle>
      <p>
        How many requests each payer was sent, how long a decision took in working days, and why requests were declined.
        Small groups are not shown, so that nobody can be found behind a figure.
      </p>
      {figures.ok ? <DecisionFiguresTable figures={figures.value} /> : <p>{refusalWords(figures.refusal)}</p>}
      {urgent.ok ? <UrgentFigures lines={urgent.value} today={dayOf(ctx.now)} /> : null}
    </>
  )
}
