import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DraftText } from '@/components/catalogue/draft-text'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getDraft } from '@/lib/catalogue/drafts/get-draft'
import { requireContext } from '@/lib/identity/context'

export const metadata: Metadata = { title: 'Preview of your listing' }

export default async function PreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const draft = await getDraft(await requireContext(), (await params).id)
  if (!draft?.own) notFound()
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/supplier', text: 'Your modules and listings' },
          { href: `/supplier/listings/${draft.id}`, text: draft.name },
        ]}
      />
      <PageTitle caption={`Preview, version ${draft.moduleVersion}`}>{draft.name}</PageTitle>
      <DraftText sections={draft.sections} />
    </>
  )
}
