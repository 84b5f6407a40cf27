import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DraftComments } from '@/components/catalogue/draft-comments'
import { DraftDifferences, DraftLint, DraftStatus } from '@/components/catalogue/draft-facts'
import { ReviewDesk } from '@/components/catalogue/review-desk'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getHistory } from '@/lib/audit/get-history'
import { getDraft } from '@/lib/catalogue/drafts/get-draft'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { approve, giveBack, takeUp } from '../actions'

export const metadata: Metadata = { title: 'A listing to review' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function ReviewPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const draft = await getDraft(ctx, (await params).id)
  if (!draft?.forReview) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/assurance/listings', text: 'Listings to review' }]} />
      {(await searchParams).done === 'taken' ? <Notice>The review is yours.</Notice> : null}
      <PageTitle caption={draft.supplier}>{draft.name}</PageTitle>
      <DraftStatus draft={draft} />
      <DraftDifferences draft={draft} />
      <DraftLint lint={draft.lint} />
      <p>
        <a href={`/assurance/listings/${draft.id}/preview`}>Read the whole page as buyers will</a>
      </p>
      <ReviewDesk draft={draft} today={dayOf(ctx.now)} takeUp={takeUp} giveBack={giveBack} approve={approve} />
      <DraftComments draft={draft} />
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={await getHistory([{ type: 'ListingDraft', id: draft.id }])} />
    </>
  )
}
