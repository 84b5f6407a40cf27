import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SavedFilterText, ShortlistFromFilter } from '@/components/comparison/saved-filter-text'
import { SavedFilterTag } from '@/components/comparison/saved-filters'
import { ActionForm } from '@/components/ui/action-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getSavedFilter } from '@/lib/comparison/saved-filters/get-saved-filter'
import { mayKeepShortlist } from '@/lib/comparison/shortlist-policy'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { archive, look, restore, shortlist } from '../actions'

export const metadata: Metadata = { title: 'Saved filter' }

const doneWords: Record<string, string> = {
  saved: 'The search is saved.',
  looked: 'What it finds today is noted as seen.',
  archived: 'The saved filter is archived.',
  restored: 'The saved filter is live again.',
}
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function SavedFilterPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const saved = await getSavedFilter(ctx, (await params).id)
  if (!saved) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  const mayKeep = mayKeepShortlist(ctx.actor, saved).allowed
  const move = { filterId: saved.id, version: saved.version }
  const isLive = saved.state === 'live'
  return (
    <>
      <Breadcrumbs trail={[{ href: '/saved-filters', text: 'Saved filters' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption="Saved filter">{saved.name}</PageTitle>
      <p>
        <SavedFilterTag state={saved.state} />
      </p>
      {saved.description ? <p>{saved.description}</p> : null}
      <SavedFilterText saved={saved} />
      {mayKeep && isLive ? (
        <ActionForm action={look} hidden={move} button="I have seen these" look="secondary" />
      ) : null}
      {mayKeep && isLive ? <ShortlistFromFilter saved={saved} action={shortlist} /> : null}
      {mayKeep && isLive ? (
        <ActionForm action={archive} hidden={move} button="Archive this filter" look="secondary" />
      ) : null}
      {mayKeep && !isLive ? (
        <ActionForm action={restore} hidden={move} button="Bring this filter back" look="secondary" />
      ) : null}
    </>
  )
}
