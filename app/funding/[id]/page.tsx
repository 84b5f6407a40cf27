import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DecideFundingForm } from '@/components/funding/decide-funding-form'
import { FundingAlert } from '@/components/funding/funding-alert'
import { FundingNotes } from '@/components/funding/funding-notes'
import { FundingSummary } from '@/components/funding/funding-summary'
import { RequestMeter } from '@/components/funding/request-meter'
import { GatePanel } from '@/components/procurement/gate-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { Tag } from '@/components/ui/tag'
import { getHistory } from '@/lib/audit/get-history'
import { fundingDone, fundingLabels } from '@/lib/funding/funding-request'
import { getFundingPage } from '@/lib/funding/get-funding-page'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { dayOf } from '@/lib/platform/days'
import { wordsFor } from '@/lib/platform/words-for'
import { getGateOfFunding } from '@/lib/procurement/call-offs/get-order-gate'
import { accept, acknowledge } from '../../call-offs/consent-actions'
import { approve, decline, withdraw } from '../actions'
import { answer, appeal, giveBack, recommend, review, urgent } from '../noted-actions'

export const metadata: Metadata = { title: 'Funding request' }

const actions = { approve, decline, withdraw, answer, appeal, recommend, review, urgent, return: giveBack }
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function FundingRequestPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const found = await getFundingPage(ctx, (await params).id)
  if (!found) notFound()
  const { request, notes, alike, decisions, lines } = found
  const done = wordsFor(fundingDone, (await searchParams).done)
  const names = await nameOrganisations([request.payerId, request.requesterOrgId])
  const order = await getGateOfFunding(ctx, request.id)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/funding', text: 'Funding' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption="Funding request">{request.title}</PageTitle>
      <p>
        <Tag colour={fundingLabels[request.state].colour}>{fundingLabels[request.state].words}</Tag>
      </p>
      <FundingAlert request={request} alike={alike} today={dayOf(ctx.now)} />
      <FundingSummary request={request} names={names} />
      {order ? <GatePanel {...{ ...order, actor: ctx.actor, acknowledge, accept }} /> : null}
      <RequestMeter request={request} lines={lines} />
      <FundingNotes notes={notes} />
      <DecideFundingForm {...{ request, decisions, actions }} />
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={await getHistory([{ type: 'FundingRequest', id: request.id }])} />
    </>
  )
}
