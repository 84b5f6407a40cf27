import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ProposeTerms } from '@/components/procurement/propose-terms'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { wordsFor } from '@/lib/platform/words-for'
import { callOffDone } from '@/lib/procurement/call-offs/call-off'
import { getProposalForms } from '@/lib/procurement/call-offs/proposals/get-proposal-forms'
import { propose, withdraw } from '../actions'

export const metadata: Metadata = { title: 'Propose terms of an order' }
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function ProposeTermsPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const shown = await getProposalForms(ctx, (await params).id)
  if (!shown) notFound()
  const { callOff } = shown
  const done = wordsFor(callOffDone, (await searchParams).done)
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/supplier/orders', text: 'Orders and contracts that wait for you' },
          { href: `/call-offs/${callOff.id}`, text: callOff.number },
        ]}
      />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={`Order ${callOff.number}, ${callOff.moduleName}`}>Propose terms</PageTitle>
      <p>
        Change what you would have otherwise. Each field is a proposal of its own, and the practice accepts or rejects
        it. <a href={`/call-offs/${callOff.id}`}>Read the whole order</a>.
      </p>
      <ProposeTerms
        shown={shown}
        names={await nameOrganisations(callOff.sites.map(({ practiceId }) => practiceId))}
        propose={propose}
        withdraw={withdraw}
      />
    </>
  )
}
