import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PayerFacts } from '@/components/funding/payer-facts'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getPayerFacts } from '@/lib/funding/get-payer-facts'
import { readContext } from '@/lib/identity/context'
import { refusalWords } from '@/lib/platform/refusal-words'

export const metadata: Metadata = { title: 'How a payer decides' }

export default async function PayerDecisionsPage({ params }: { params: Promise<{ id: string }> }) {
  const facts = await getPayerFacts(await readContext(), (await params).id)
  if (!facts) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/funding/decisions', text: 'How payers decide on funding' }]} />
      <PageTitle caption="How a payer decides">{facts.ok ? facts.value.payer : 'Not known'}</PageTitle>
      {facts.ok ? <PayerFacts facts={facts.value} /> : <p>{refusalWords(facts.refusal)}</p>}
    </>
  )
}
