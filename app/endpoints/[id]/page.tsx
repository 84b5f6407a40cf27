import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EndpointAuthority } from '@/components/runs/endpoint-authority'
import { EndpointProof } from '@/components/runs/endpoint-proof'
import { EndpointTag } from '@/components/runs/endpoint-table'
import { OwnEndpoint, RevokeEndpoint } from '@/components/runs/own-endpoint'
import { RunTable } from '@/components/runs/run-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getEndpoint } from '@/lib/assurance/endpoints/list-endpoints'
import { listRunsOf } from '@/lib/assurance/runs/get-run'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { enter } from '../../supplier/endpoints/actions'
import { approve, ask, askRun, revoke, tryDry } from './actions'

export const metadata: Metadata = { title: 'Endpoint' }

const doneWords: Record<string, string> = {
  saved: 'The endpoint is saved.',
  asked: 'We are looking for your word on the host.',
  approved: 'The host is approved. Runs can start.',
  revoked: 'The endpoint is revoked. Nothing will test it.',
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function EndpointPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const endpoint = await getEndpoint(ctx, (await params).id)
  if (!endpoint) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  const own = endpoint.may.keep.allowed
  const home = own
    ? { href: '/supplier/endpoints', text: 'Your endpoints and test runs' }
    : { href: '/assurance/runs', text: 'Endpoints and runs' }
  return (
    <>
      <Breadcrumbs trail={[home]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={endpoint.moduleName}>Endpoint {endpoint.host}</PageTitle>
      <p className="tw:break-all">{endpoint.base}</p>
      <p>
        <EndpointTag state={endpoint.state} />
      </p>
      {endpoint.revokedReason ? <p>Revoked: {endpoint.revokedReason}</p> : null}
      {own && endpoint.state !== 'revoked' ? <EndpointProof endpoint={endpoint} ask={ask} /> : null}
      {own ? <OwnEndpoint endpoint={endpoint} enter={enter} dryRun={tryDry} /> : null}
      {own ? null : <EndpointAuthority endpoint={endpoint} approve={approve} askRun={askRun} />}
      <h2 className="nhsuk-heading-m">Runs</h2>
      <RunTable runs={await listRunsOf(ctx, endpoint.id)} caption="Runs against this endpoint" />
      <RevokeEndpoint endpoint={endpoint} revoke={revoke} />
    </>
  )
}
