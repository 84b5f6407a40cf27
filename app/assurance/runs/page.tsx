import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EndpointTable } from '@/components/runs/endpoint-table'
import { RunTable } from '@/components/runs/run-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { listEndpoints } from '@/lib/assurance/endpoints/list-endpoints'
import { listRuns } from '@/lib/assurance/runs/get-run'
import { requireContext } from '@/lib/identity/context'

export const metadata: Metadata = { title: 'Endpoints and runs' }

export default async function RunsPage() {
  const ctx = await requireContext()
  const endpoints = await listEndpoints(ctx)
  const runs = await listRuns(ctx)
  if (!endpoints || !runs) notFound()
  const waiting = endpoints.filter((e) => e.state === 'proven')
  return (
    <>
      <Breadcrumbs trail={[{ href: '/register', text: 'Register' }]} />
      <PageTitle>Endpoints and runs</PageTitle>
      <h2 className="nhsuk-heading-m">Hosts that wait for your approval</h2>
      {waiting.length === 0 ? <p>None waits.</p> : <EndpointTable endpoints={waiting} />}
      <h2 className="nhsuk-heading-m">All other endpoints</h2>
      <EndpointTable endpoints={endpoints.filter((e) => e.state !== 'proven')} />
      <h2 className="nhsuk-heading-m">Runs that count</h2>
      <RunTable runs={runs} caption="Runs that count, the newest first" />
    </>
  )
}
