import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DifferenceForm } from '@/components/standards/difference-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getStandardDraft } from '@/lib/assurance/standards/get-standard-desk'
import { requireContext } from '@/lib/identity/context'
import { isId } from '@/lib/platform/ids'
import { wordsFor } from '@/lib/platform/words-for'
import { classify } from '../../actions'

export const metadata: Metadata = { title: 'Difference of a draft' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function DifferencePage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const { id } = await params
  const view = isId(id) ? await getStandardDraft(ctx, id) : undefined
  if (!view?.mayEdit) notFound()
  const { draft } = view
  const done = wordsFor({ saved: 'The difference is saved.' }, (await searchParams).done)
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/assurance/standards', text: 'Versions of standards' },
          { href: `/assurance/standards/${id}`, text: `${draft.standardId} ${draft.content.number}` },
        ]}
      />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={`${draft.standardId} ${draft.content.number}, draft`}>What has changed</PageTitle>
      <p>
        What is the same or only reworded keeps its findings. A reworded requirement must be declared again by the
        supplier before the transition ends. What is tightened or new must be assessed.
      </p>
      <DifferenceForm view={view} classify={classify} />
    </>
  )
}
