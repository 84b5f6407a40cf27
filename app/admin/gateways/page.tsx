import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GatewayBatches, GatewayKeys } from '@/components/payments/gateways'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listGateways } from '@/lib/payments/usage/keep-gateway-keys'
import { add, revoke } from './actions'

export const metadata: Metadata = { title: 'Gateways' }

const done: Record<string, string> = { added: 'The key is added.', revoked: 'The key is revoked.' }

export default async function GatewaysPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const gateways = await listGateways(await requireContext())
  if (!gateways) notFound()
  const said = done[(await searchParams).done ?? '']
  return (
    <>
      <Breadcrumbs trail={[{ href: '/admin/settings', text: 'Settings' }]} />
      {said ? <Notice>{said}</Notice> : null}
      <PageTitle>Gateways</PageTitle>
      <p>A gateway reports how often priced interfaces were called, in batches that it signs with its key.</p>
      <p>
        <a href="/funding/money/stripe">Ledger and Stripe, compared every night</a>
      </p>
      <GatewayKeys keys={gateways.keys} add={add} revoke={revoke} />
      <GatewayBatches batches={gateways.batches} alarms={gateways.alarms} />
    </>
  )
}
