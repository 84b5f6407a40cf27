import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SettingsTable } from '@/components/settings/settings-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listSettings } from '@/lib/settings/list-settings'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const settings = await listSettings(await requireContext(), null)
  if (!settings) notFound()
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Settings</PageTitle>
      <p>
        Figures that the rules use. A new value counts from a day on; what counted before stays to be read. A value that
        is not checked against its source counts, but nobody else is shown it.
      </p>
      <SettingsTable settings={settings} base="/admin/settings" ofPayer={false} />
    </>
  )
}
