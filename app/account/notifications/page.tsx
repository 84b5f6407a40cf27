import type { Metadata } from 'next'
import { RhythmForm } from '@/components/notifications/rhythm-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listRhythms } from '@/lib/notifications/bell/list-notifications'
import { choose } from './actions'

export const metadata: Metadata = { title: 'How often you get letters' }

export default async function RhythmsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const choices = await listRhythms(await requireContext())
  return (
    <>
      <Breadcrumbs trail={[{ href: '/account', text: 'Your account' }]} />
      {(await searchParams).done === 'saved' ? <Notice>Saved. It counts from the next letter on.</Notice> : null}
      <PageTitle>How often you get letters</PageTitle>
      <p>
        Everything stands in <a href="/notifications">your notifications</a> at once, whatever you choose here. These
        are the letters to your email address.
      </p>
      <RhythmForm choices={choices} choose={choose} />
    </>
  )
}
