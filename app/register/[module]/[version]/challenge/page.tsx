import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChallengeForm } from '@/components/assurance/challenge-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getChallengePage } from '@/lib/assurance/challenges/get-challenge-page'
import { requireContext } from '@/lib/identity/context'
import { raise } from './actions'

export const metadata: Metadata = { title: 'Challenge a check' }

type Props = { params: Promise<{ module: string; version: string }> }

export default async function ChallengePage({ params }: Props) {
  const ctx = await requireContext()
  const { module, version } = await params
  const page = await getChallengePage(ctx, module, version)
  if (!page) notFound()
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/register', text: 'Register' },
          { href: page.address, text: page.name },
        ]}
      />
      <PageTitle caption={page.name}>Challenge a check</PageTitle>
      <p>
        Does a check hold that this module is shown to have passed? An assessor of the authority accepts or declines
        your challenge with a reason. Once it is accepted the register says so, and the check must pass again in a new
        run within the days that the rules give. If it does not, a non-conformity is opened.
      </p>
      <ChallengeForm page={page} raise={raise} />
    </>
  )
}
