import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClaimDesk } from '@/components/catalogue/claim-desk'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { listClaimsAboutOwn } from '@/lib/catalogue/dependencies/list-dependency-claims'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { answer } from './actions'

export const metadata: Metadata = { title: 'What others say of your modules' }

const doneWords: Record<string, string> = {
  confirmed: 'You have confirmed it. Buyers read that on both modules’ pages.',
  disputed: 'You have disputed it. Buyers read your reason on both modules’ pages.',
}

export default async function DependenciesPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const claims = await listClaimsAboutOwn(await requireContext())
  if (!claims) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier', text: 'Your modules and listings' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle>What others say of your modules</PageTitle>
      <p>
        Other suppliers say that their modules need yours or work with them. Until you answer, buyers read it as
        “claimed, not confirmed”.
      </p>
      <ClaimDesk claims={claims} answer={answer} />
    </>
  )
}
