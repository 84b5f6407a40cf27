import type { Metadata } from 'next'
import { ChallengeTable } from '@/components/assurance/challenge-table'
import { WatchedModules } from '@/components/assurance/watched-modules'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { listOwnChallenges } from '@/lib/assurance/challenges/list-challenges'
import { listModuleStates } from '@/lib/assurance/list-module-states'
import { listContracts } from '@/lib/contracts/list-contracts'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { wordsFor } from '@/lib/platform/words-for'

export const metadata: Metadata = { title: 'Conformance of your modules' }

const doneWords: Record<string, string> = {
  raised: 'Your concern waits for an assessor of the authority.',
  challenged: 'Your challenge waits for an assessor of the authority.',
}

export default async function WatchPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const ctx = await requireContext()
  const contracts = await listContracts(ctx.actor, dayOf(ctx.now))
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>Conformance of your modules</PageTitle>
      <p>
        What the register says today of every module that you run, pay for or supply. Nothing here turns a system off: a
        gate that is held stops new orders only.
      </p>
      <WatchedModules modules={await listModuleStates(ctx, contracts)} />
      <p>
        Something does not work as it should? Open the module in the <a href="/register">register</a>: raise a concern,
        or challenge a check that it has passed.
      </p>
      <ChallengeTable caption="Your challenges" challenges={await listOwnChallenges(ctx.actor)} />
    </>
  )
}
