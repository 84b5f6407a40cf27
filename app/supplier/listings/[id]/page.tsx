import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DraftActs } from '@/components/catalogue/draft-acts'
import { DraftComments } from '@/components/catalogue/draft-comments'
import { DraftDifferences, DraftLint, DraftStatus } from '@/components/catalogue/draft-facts'
import { DraftTasks } from '@/components/catalogue/draft-tasks'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getHistory } from '@/lib/audit/get-history'
import { getDraft } from '@/lib/catalogue/drafts/get-draft'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { answer, discard, recall, submit } from '../../actions'

export const metadata: Metadata = { title: 'Your listing' }

const doneWords: Record<string, string> = {
  answered: 'The answer is kept. The reviewer reads it when the listing comes back.',
  saved: 'The section is saved.',
  submitted: 'The listing is with the authority. The answer comes within ten working days.',
  recalled: 'You have the listing again.',
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function ListingPage({ params, searchParams }: Props) {
  const draft = await getDraft(await requireContext(), (await params).id)
  if (!draft?.own) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier', text: 'Your modules and listings' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={draft.supplier}>{draft.name}</PageTitle>
      <DraftStatus draft={draft} />
      <DraftComments draft={draft} answer={answer} />
      <DraftTasks draft={draft} />
      <p>
        <a href={`/supplier/listings/${draft.id}/preview`}>Read the whole page as buyers will</a>
      </p>
      <DraftLint lint={draft.lint} />
      <DraftActs draft={draft} submit={submit} recall={recall} discard={discard} />
      <DraftDifferences draft={draft} />
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={await getHistory([{ type: 'ListingDraft', id: draft.id }])} />
    </>
  )
}
