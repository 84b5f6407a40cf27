import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RunFacts, RunNext } from '@/components/runs/run-facts'
import { RunProgress } from '@/components/runs/run-progress'
import { RunResults } from '@/components/runs/run-results'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getRun } from '@/lib/assurance/runs/get-run'
import { isUnderWay, runKindWords } from '@/lib/assurance/runs/run'
import { requireContext } from '@/lib/identity/context'
import { repeat, stop } from './actions'

export const metadata: Metadata = { title: 'Test run' }

export default async function RunPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireContext()
  const run = await getRun(ctx, (await params).id)
  if (!run) notFound()
  const { id, state, kind, progress } = run
  return (
    <>
      <Breadcrumbs trail={[{ href: `/endpoints/${run.endpointId}`, text: `Endpoint ${run.host}` }]} />
      <PageTitle caption={run.moduleName}>{runKindWords[run.kind]}</PageTitle>
      <RunFacts run={run} />
      {isUnderWay(run) ? <RunProgress run={{ id, state, kind, progress }} /> : <RunResults run={run} />}
      <RunNext run={run} stop={stop} repeat={repeat} />
    </>
  )
}
