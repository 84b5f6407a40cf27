import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SettingsTable } from '@/components/settings/settings-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { payerOf } from '@/lib/funding/funding-policy'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { listSettings } from '@/lib/settings/list-settings'

export const metadata: Metadata = { title: 'Settings of the payer' }

export default async function PayerSettingsPage() {
  const ctx = await requireContext()
  const payerId = payerOf(ctx.actor)
  const settings = payerId ? await listSettings(ctx, payerId) : undefined
  if (!payerId || !settings) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/funding', text: 'Funding' }]} />
      <PageTitle caption={(await nameOrganisations([payerId]))(payerId)}>Settings</PageTitle>
      <p>What your organisation has not set for itself, the authority sets for every payer.</p>
      <SettingsTable settings={settings} base="/funding/settings" ofPayer />
    </>
  )
}
