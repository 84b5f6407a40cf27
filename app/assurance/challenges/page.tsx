import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChallengeList } from '@/components/assurance/challenge-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { listChallenges } from '@/lib/assurance/challenges/list-challenges'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { accept, decline } from './actions'

export const metadata: Metadata = { title: 'Challenges of checks' }

const doneWords: Record<string, string> = {
  tested: 'The challenge is accepted and a run on it is asked for.',
  accepted: 'The challenge is accepted. Its endpoint cannot be tested now: ask for a run once it can.',
  declined: 'The challenge is declined. Whoever raised it hears why.',
}

export default async function ChallengesPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const ctx = await requireContext()
  const challenges = await listChallenges(ctx.actor)
  if (!challenges) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/register', text: 'Register' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>Challenges of checks</PageTitle>
      <p>
        Somebody outside says that a check does not hold which the register shows as passed. Once an assessor accepts
        it, the check must pass again in a new run.
      </p>
      <ChallengeList challenges={challenges} accept={accept} decline={decline} />
    </>
  )
}
