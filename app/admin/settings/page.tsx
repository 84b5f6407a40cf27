import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SettingsFile, setWords } from '@/components/settings/settings-file'
import { SettingsTable } from '@/components/settings/settings-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listSettings } from '@/lib/settings/list-settings'
import { setFromFile } from './actions'

export const metadata: Metadata = { title: 'Settings' }

type Props = { searchParams: Promise<{ set?: string; unchanged?: string }> }

export default async function SettingsPage({ searchParams }: Props) {
  const settings = await listSettings(await requireContext(), null)
  if (!settings) notFound()
  const { set, unchanged } = await searchParams
  const done = setWords(set, unchanged)
  return (
    <>
      <Breadcrumbs trail={[]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>Settings</PageTitle>
      <p>
        Figures that the rules use. A new value counts from a day on; what counted before stays to be read. A value that
        is not checked against its source counts, but nobody else is shown it. <a href="#file">Set many at once</a> from
        a file.
      </p>
      <SettingsTable settings={settings} base="/admin/settings" ofPayer={false} />
      <SettingsFile setFromFile={setFromFile} />
    </>
  )
}
