import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BuyerDesk } from '@/components/procurement/buyer-desk'
import { CompetitionHead } from '@/components/procurement/competition-head'
import { EvaluatorDesk } from '@/components/procurement/evaluator-desk'
import { SupplierDesk } from '@/components/procurement/supplier-desk'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { getCompetitionView } from '@/lib/procurement/competitions/get-competition-view'
import { award, close, declare, invite, offer, release, score, withdraw } from '../actions'

export const metadata: Metadata = { title: 'Competition' }

const doneWords: Record<string, string> = {
  open: 'The competition is open. The suppliers are told.',
  offered: 'Your offer is sealed. Nobody else can read it before the scoring is closed.',
  withdrawn: 'Your offer is taken back. The list price counts.',
  invited: 'They are asked to score.',
  released: 'They are released from scoring.',
  declared: 'Your declaration is kept.',
  scored: 'The scores are recorded.',
  closed: 'The scoring is closed. Offers and scores are open.',
}
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function CompetitionPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const view = await getCompetitionView(ctx, (await params).id)
  if (!view) notFound()
  const { head, buyer, evaluator, supplier } = view
  const { integrations } = await getReferenceNames(ctx.actor)
  const done = wordsFor(doneWords, (await searchParams).done)
  const back = buyer
    ? [{ href: `/projects/${buyer.projectId}`, text: head.name }]
    : supplier.length > 0
      ? [{ href: '/supplier/competitions', text: 'Competitions' }]
      : [{ href: '/competitions', text: 'Competitions' }]
  return (
    <>
      <Breadcrumbs trail={back} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption="Competition">{head.name}</PageTitle>
      <CompetitionHead head={head} names={integrations} />
      {supplier.length > 0 ? <SupplierDesk id={head.id} entries={supplier} acts={{ offer, withdraw }} /> : null}
      {evaluator ? <EvaluatorDesk head={head} view={evaluator} acts={{ declare, score }} /> : null}
      {buyer ? <BuyerDesk head={head} view={buyer} acts={{ invite, release, close, award }} /> : null}
    </>
  )
}
