import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ShortlistEntries } from '@/components/comparison/shortlist-entries'
import { ShortlistTag } from '@/components/comparison/shortlist-table'
import { ActionForm } from '@/components/ui/action-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getShortlist } from '@/lib/comparison/get-shortlist'
import { mayKeepShortlist } from '@/lib/comparison/shortlist-policy'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { archive, removeModule, restore } from '../actions'

export const metadata: Metadata = { title: 'Shortlist' }

const doneWords: Record<string, string> = {
  created: 'The shortlist is started.',
  added: 'The module is on the shortlist.',
  removed: 'The module is off the shortlist.',
  restored: 'The shortlist is live again.',
}
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function ShortlistPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const shortlist = await getShortlist(ctx.actor, (await params).id)
  if (!shortlist) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  const mayKeep = mayKeepShortlist(ctx.actor, shortlist).allowed
  const move = { shortlistId: shortlist.id, version: shortlist.version }
  return (
    <>
      <Breadcrumbs trail={[{ href: '/shortlists', text: 'Shortlists' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption="Shortlist">{shortlist.name}</PageTitle>
      <p>
        <ShortlistTag state={shortlist.state} />
      </p>
      {shortlist.description ? <p>{shortlist.description}</p> : null}
      <ShortlistEntries shortlist={shortlist} mayKeep={mayKeep} remove={removeModule} />
      {mayKeep && shortlist.state === 'live' && shortlist.entries.length > 0 ? (
        <ButtonLink href={`/projects/new?shortlist=${shortlist.id}`}>Start a project</ButtonLink>
      ) : null}
      {mayKeep && shortlist.state === 'live' ? (
        <ActionForm action={archive} hidden={move} button="Archive this shortlist" look="secondary" />
      ) : null}
      {mayKeep && shortlist.state === 'archived' ? (
        <ActionForm action={restore} hidden={move} button="Bring this shortlist back" look="secondary" />
      ) : null}
    </>
  )
}
