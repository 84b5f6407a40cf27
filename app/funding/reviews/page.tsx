import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AwardReviews } from '@/components/procurement/award-reviews'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listAwardReviews } from '@/lib/procurement/reviews/list-award-reviews'
import { review } from './actions'

export const metadata: Metadata = { title: 'Urgent awards' }

type Props = { searchParams: Promise<{ done?: string }> }

export default async function AwardReviewsPage({ searchParams }: Props) {
  const reviews = await listAwardReviews(await requireContext())
  if (!reviews) notFound()
  const open = reviews.filter(({ state }) => state !== 'done').length
  return (
    <>
      <Breadcrumbs trail={[{ href: '/funding', text: 'Funding' }]} />
      {(await searchParams).done === 'reviewed' ? <Notice>The review is recorded.</Notice> : null}
      <PageTitle>Urgent awards</PageTitle>
      <p>
        What was awarded at once because the need could not wait. Somebody who did not make the award reviews it in
        time; the award stands, and what was found stands beside it. Everybody may read{' '}
        <a href="/funding/decisions">how often it happens</a>.
      </p>
      <p>
        {open === 0 ? (
          'Nothing is to be reviewed now.'
        ) : (
          <strong>{open === 1 ? '1 award is' : `${open} awards are`} to be reviewed.</strong>
        )}
      </p>
      <AwardReviews reviews={reviews} review={review} />
    </>
  )
}
