import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StandardDesk } from '@/components/standards/standard-desk'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getStandardDesk } from '@/lib/assurance/standards/get-standard-desk'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { wordsFor } from '@/lib/platform/words-for'
import { begin, second } from './actions'

export const metadata: Metadata = { title: 'Versions of standards' }

const doneWords: Record<string, string> = {
  proposed: 'Your proposal waits for a second officer.',
  made: 'The decision is made.',
}

export default async function StandardsDeskPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const ctx = await requireContext()
  const desk = await getStandardDesk(ctx)
  if (!desk) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/standards', text: 'Standards' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>Versions of standards</PageTitle>
      <p>
        The author drafts a version, says how each requirement came to be and looks at what it would do. One officer
        proposes to publish it, another seconds.
      </p>
      <StandardDesk desk={desk} today={dayOf(ctx.now)} begin={begin} second={second} />
    </>
  )
}
