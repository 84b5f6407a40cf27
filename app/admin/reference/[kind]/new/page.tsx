import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AddForm } from '@/components/reference/correct-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { referenceKind } from '@/lib/assurance/reference-kinds'
import { mayKeepReference } from '@/lib/catalogue/reference-policy'
import { requireContext } from '@/lib/identity/context'
import { add } from '../../actions'

export const metadata: Metadata = { title: 'Add a row of reference data' }

export default async function AddReferencePage({ params }: { params: Promise<{ kind: string }> }) {
  const ctx = await requireContext()
  const kind = referenceKind((await params).kind)
  if (!kind?.mayAdd || !mayKeepReference(ctx.actor).allowed) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: `/admin/reference/${kind.slug}`, text: kind.title }]} />
      <PageTitle>Add: {kind.one}</PageTitle>
      <AddForm kind={kind} add={add} />
    </>
  )
}
