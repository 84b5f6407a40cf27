import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SettingPage } from '@/components/settings/setting-page'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { getSetting } from '@/lib/settings/list-settings'
import { definitionOf } from '@/lib/settings/setting-keys'
import { supersede } from '../actions'

export const metadata: Metadata = { title: 'Setting' }

type Props = { params: Promise<{ key: string }>; searchParams: Promise<{ done?: string }> }

export default async function OneSettingPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const setting = await getSetting(ctx, null, (await params).key)
  if (!setting) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/admin/settings', text: 'Settings' }]} />
      {(await searchParams).done === 'set' ? <Notice>The value is set.</Notice> : null}
      <PageTitle caption="Setting">{definitionOf(setting.key).words}</PageTitle>
      <SettingPage setting={setting} organisationId={null} today={dayOf(ctx.now)} supersede={supersede} />
    </>
  )
}
