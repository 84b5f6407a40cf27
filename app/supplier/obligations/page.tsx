import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Obligations } from '@/components/standards/obligations'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { listOwnObligations } from '@/lib/assurance/refresh/list-obligations'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { askToBeAssessed, declareAgain } from './actions'

export const metadata: Metadata = { title: 'What new standards ask of you' }

export default async function ObligationsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const views = await listOwnObligations(await requireContext())
  if (!views) notFound()
  const done = wordsFor({ declared: 'Your declaration is kept.' }, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier', text: 'Your modules and listings' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>What new standards ask of you</PageTitle>
      <p>
        A new version of a standard binds your listed modules after its transition. What you have not done by then
        lapses, and buyers see it.
      </p>
      <Obligations views={views} declare={declareAgain} ask={askToBeAssessed} />
    </>
  )
}
