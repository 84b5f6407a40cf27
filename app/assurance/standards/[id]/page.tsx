import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DraftOverview } from '@/components/standards/draft-overview'
import { PublishedVersion } from '@/components/standards/published-version'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getPublishedStandard, getStandardDraft } from '@/lib/assurance/standards/get-standard-desk'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { isId } from '@/lib/platform/ids'
import { wordsFor } from '@/lib/platform/words-for'
import { propose, saveHead } from '../actions'

export const metadata: Metadata = { title: 'Version of a standard' }

const doneWords: Record<string, string> = {
  begun: 'The draft is begun. It has the requirements of the newest version.',
  saved: 'The draft is saved.',
  looked: 'It is noted that you looked at the preview.',
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function StandardVersionPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const { id } = await params
  const draft = isId(id) ? await getStandardDraft(ctx, id) : undefined
  const published = isId(id) && !draft ? await getPublishedStandard(ctx, id) : undefined
  if (!draft && !published) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  const number = draft?.draft.content.number ?? published?.version.number
  const standard = (draft ?? published)!.standard
  return (
    <>
      <Breadcrumbs trail={[{ href: '/assurance/standards', text: 'Versions of standards' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={`${standard.id} ${number}, ${draft ? 'draft' : 'published'}`}>{standard.name}</PageTitle>
      {draft ? <DraftOverview view={draft} save={saveHead} propose={propose} /> : null}
      {published ? <PublishedVersion view={published} today={dayOf(ctx.now)} propose={propose} /> : null}
    </>
  )
}
