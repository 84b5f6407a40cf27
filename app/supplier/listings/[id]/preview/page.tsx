import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DraftPreview } from '@/components/catalogue/draft-preview'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getDraftPreview } from '@/lib/catalogue/drafts/get-draft-preview'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'Preview of your listing' }

export default async function PreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireContext()
  const { id } = await params
  const preview = await getDraftPreview(ctx, id)
  if (!preview?.own) notFound()
  const { name, version } = preview.module.listing
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/supplier', text: 'Your modules and listings' },
          { href: `/supplier/listings/${id}`, text: name },
        ]}
      />
      <PageTitle caption={`Preview, version ${version}`}>{name}</PageTitle>
      <DraftPreview preview={preview} names={await getReferenceNames(ctx.actor)} today={dayOf(ctx.now)} />
    </>
  )
}
