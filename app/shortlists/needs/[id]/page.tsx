import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NeedsActs } from '@/components/comparison/needs/needs-acts'
import { NeedsTasks } from '@/components/comparison/needs/needs-tasks'
import { PlanRunTable } from '@/components/comparison/plan-runs/plan-run-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { InsetText } from '@/components/ui/inset-text'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getNeedsPage } from '@/lib/comparison/needs-profiles/get-needs-profile'
import { listPlans } from '@/lib/comparison/plans/get-plan'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { archive, ask, copy, restore, share, unshare } from '../actions'

export const metadata: Metadata = { title: 'Needs profile' }

const doneWords: Record<string, string> = {
  created: 'The profile is started. Go through the steps.',
  saved: 'The step is saved.',
  copied: 'This is the copy.',
  shared: 'Your commissioner can read this profile and its plans.',
  unshared: 'The profile is no longer shared.',
  restored: 'The profile is live again.',
}
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function NeedsProfilePage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const view = await getNeedsPage(ctx, (await params).id)
  if (!view) notFound()
  const { profile, steps, mayEdit } = view
  const runs = await listPlans(ctx.actor, profile.id)
  const done = wordsFor(doneWords, (await searchParams).done)
  const actions = { ask, copy, share, unshare, archive, restore }
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/shortlists', text: 'Shortlists' },
          { href: '/shortlists/needs', text: 'What you need' },
        ]}
      />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption="Needs profile">{profile.name}</PageTitle>
      <NeedsTasks id={profile.id} steps={steps} open={mayEdit.allowed && profile.state === 'live'} />
      {mayEdit.allowed ? <NeedsActs view={view} actions={actions} /> : <InsetText>{mayEdit.because}.</InsetText>}
      {runs.length > 0 ? (
        <PlanRunTable caption="Plans of this profile" runs={runs} />
      ) : (
        <p>No plan has been asked for.</p>
      )}
    </>
  )
}
