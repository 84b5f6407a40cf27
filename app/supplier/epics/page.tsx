import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OwnEpics } from '@/components/catalogue/own-epics'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { listOwnEpics } from '@/lib/catalogue/epics/list-epic-proposals'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { propose, withdraw } from './actions'

export const metadata: Metadata = { title: 'Epics of your own' }

const doneWords: Record<string, string> = {
  proposed: 'The epic is proposed. A curator of the authority decides.',
  withdrawn: 'The proposal is taken back.',
}

export default async function OwnEpicsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const epics = await listOwnEpics(await requireContext())
  if (!epics) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier', text: 'Your modules and listings' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>Epics of your own</PageTitle>
      <p>
        Where no national epic says what your module can do for a capability, propose one. In force it may be claimed by
        any supplier, and no module must have it.
      </p>
      <OwnEpics epics={epics} propose={propose} withdraw={withdraw} />
    </>
  )
}
