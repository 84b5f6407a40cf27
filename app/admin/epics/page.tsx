import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EpicDesk } from '@/components/catalogue/epic-desk'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { listEpicProposals } from '@/lib/catalogue/epics/list-epic-proposals'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { decide } from './actions'

export const metadata: Metadata = { title: 'Epics that suppliers propose' }

const doneWords: Record<string, string> = {
  activate: 'The epic is in force.',
  refuse: 'The epic is refused. The supplier reads your reason.',
}

export default async function EpicsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const proposals = await listEpicProposals(await requireContext())
  if (!proposals) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>Epics that suppliers propose</PageTitle>
      <EpicDesk proposals={proposals} decide={decide} />
    </>
  )
}
