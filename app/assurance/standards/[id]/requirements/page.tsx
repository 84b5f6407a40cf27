import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RequirementEditor } from '@/components/standards/requirement-editor'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getStandardDraft } from '@/lib/assurance/standards/get-standard-desk'
import { requireContext } from '@/lib/identity/context'
import { isId } from '@/lib/platform/ids'
import { wordsFor } from '@/lib/platform/words-for'
import { dropRequirement, saveRequirement } from '../../actions'

export const metadata: Metadata = { title: 'Requirements of a draft' }

const doneWords: Record<string, string> = {
  saved: 'The requirement is saved.',
  removed: 'The requirement is out of the draft.',
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string; r?: string }> }

export default async function DraftRequirementsPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const { id } = await params
  const { r, done: asked } = await searchParams
  const view = isId(id) ? await getStandardDraft(ctx, id) : undefined
  if (!view) notFound()
  const { draft } = view
  const done = wordsFor(doneWords, asked)
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/assurance/standards', text: 'Versions of standards' },
          { href: `/assurance/standards/${id}`, text: `${draft.standardId} ${draft.content.number}` },
        ]}
      />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={`${draft.standardId} ${draft.content.number}, draft`}>Requirements</PageTitle>
      <RequirementEditor
        draft={draft}
        chosen={draft.content.requirements.find((requirement) => requirement.id === r)}
        mayEdit={view.mayEdit}
        save={saveRequirement}
        drop={dropRequirement}
      />
    </>
  )
}
