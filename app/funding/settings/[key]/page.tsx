import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SettingPage } from '@/components/settings/setting-page'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { payerOf } from '@/lib/funding/funding-policy'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { getSetting } from '@/lib/settings/list-settings'
import { definitionOf } from '@/lib/settings/setting-keys'
import { supersede } from '../../../admin/settings/actions'

export const metadata: Metadata = { title: 'Setting of the payer' }

type Props = { params: Promise<{ key: string }>; searchParams: Promise<{ done?: string }> }

export default async function PayerSettingPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const payerId = payerOf(ctx.actor)
  const setting = payerId ? await getSetting(ctx, payerId, (await params).key) : undefined
  if (!payerId || !setting) notFound()
  const trail = [
    { href: '/funding', text: 'Funding' },
    { href: '/funding/settings', text: 'Settings' },
  ]
  return (
    <>
      <Breadcrumbs trail={trail} />
      {(await searchParams).done === 'set' ? <Notice>The value is set.</Notice> : null}
      <PageTitle caption="Setting">{definitionOf(setting.key).words}</PageTitle>
      <SettingPage setting={setting} organisationId={payerId} today={dayOf(ctx.now)} supersede={supersede} />
    </>
  )
}
