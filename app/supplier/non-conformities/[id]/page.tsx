import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NonConformityFacts } from '@/components/assurance/non-conformity-facts'
import { SupplierNonConformity } from '@/components/assurance/supplier-non-conformity'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getNonConformity } from '@/lib/assurance/non-conformities/get-non-conformity'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { claim, propose, start, state, tick } from '../actions'

export const metadata: Metadata = { title: 'Your non-conformity' }

const doneWords: Record<string, string> = {
  stated: 'Your statement is published.',
  proposed: 'Your plan waits for two officers of the authority.',
  started: 'The plan has started.',
  ticked: 'The milestone is ticked.',
  claimed: 'The authority looks at what you have done.',
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function OwnNonConformityPage({ params, searchParams }: Props) {
  const nc = await getNonConformity(await requireContext(), (await params).id)
  if (!nc?.own) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier/non-conformities', text: 'Your non-conformities' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={`${nc.moduleName} ${nc.moduleVersion}`}>{nc.requirementId} is not kept</PageTitle>
      <NonConformityFacts nc={nc} />
      {nc.assessmentId ? (
        <p>
          Show what you have mended: <a href={`/supplier/assessments/${nc.assessmentId}`}>add evidence</a>
        </p>
      ) : null}
      <SupplierNonConformity nc={nc} state={state} propose={propose} start={start} tick={tick} claim={claim} />
    </>
  )
}
