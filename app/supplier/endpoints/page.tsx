import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EndpointForm } from '@/components/runs/endpoint-form'
import { EndpointTable } from '@/components/runs/endpoint-table'
import { RunTable } from '@/components/runs/run-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { listOwnEndpoints } from '@/lib/assurance/endpoints/list-endpoints'
import { listOwnRuns } from '@/lib/assurance/runs/get-run'
import { requireContext } from '@/lib/identity/context'
import { enter } from './actions'

export const metadata: Metadata = { title: 'Your endpoints and test runs' }

export default async function OwnEndpointsPage() {
  const ctx = await requireContext()
  const page = await listOwnEndpoints(ctx)
  if (!page) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier', text: 'Your modules and listings' }]} />
      <PageTitle>Your endpoints and test runs</PageTitle>
      <p>
        The portal tests your sandbox against the national requirements, as often as you like. Dry runs are private; the
        authority’s own runs are signed and public. You can also run the same suite at home.
      </p>
      <EndpointTable endpoints={page.endpoints} />
      {page.without.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">Add an endpoint</h2>
          <EndpointForm enter={enter} without={page.without} />
        </>
      ) : null}
      <h2 className="nhsuk-heading-m">Runs</h2>
      <RunTable runs={await listOwnRuns(ctx)} caption="Runs of your modules" />
    </>
  )
}
