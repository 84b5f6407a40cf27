import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReviewQueue } from '@/components/catalogue/review-queue'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { listReviewQueue } from '@/lib/catalogue/drafts/list-review-queue'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'

export const metadata: Metadata = { title: 'Listings to review' }

const doneWords: Record<string, string> = {
  returned: 'The listing is with the supplier again, with your comments.',
  approved: 'The listing is approved. It is published by itself on its day.',
  published: 'The listing is approved and published.',
}

export default async function ReviewQueuePage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const queue = await listReviewQueue(await requireContext())
  if (!queue) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>Listings to review</PageTitle>
      <p>Suppliers get an answer within ten working days. They see the same clock.</p>
      <ReviewQueue queue={queue} />
    </>
  )
}
