import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Tour } from '@/components/layout/tour'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { env } from '@/lib/platform/env'

export const metadata: Metadata = { title: 'The story in ten minutes' }

/** Only where the story is told: elsewhere there is no such page. */
export default function TourPage() {
  if (!env().demo) notFound()
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>The story in ten minutes</PageTitle>
      <Tour />
    </>
  )
}
