import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SavedComparisonText } from '@/components/comparison/saved-comparison-text'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getSavedComparison } from '@/lib/comparison/saved-comparisons/get-saved-comparison'
import { requireContext } from '@/lib/identity/context'

export const metadata: Metadata = { title: 'Saved comparison' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function SavedComparisonPage({ params, searchParams }: Props) {
  const saved = await getSavedComparison(await requireContext(), (await params).id)
  if (!saved) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/saved-comparisons', text: 'Saved comparisons' }]} />
      {(await searchParams).done === 'saved' ? <Notice>The comparison is saved.</Notice> : null}
      <PageTitle caption="Saved comparison">{saved.name}</PageTitle>
      {saved.description ? <p>{saved.description}</p> : null}
      <SavedComparisonText saved={saved} />
    </>
  )
}
