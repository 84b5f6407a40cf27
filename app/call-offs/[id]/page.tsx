import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CallOffActs } from '@/components/procurement/call-off-acts'
import { CallOffSummary, CallOffTag } from '@/components/procurement/call-off-summary'
import { GatePanel } from '@/components/procurement/gate-panel'
import { GonePractices } from '@/components/procurement/gone-practices'
import { OrderPractices } from '@/components/procurement/order-sites'
import { OrderTasks } from '@/components/procurement/order-tasks'
import { Signatures } from '@/components/procurement/signatures'
import { TermProposals } from '@/components/procurement/term-proposals'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getHistory } from '@/lib/audit/get-history'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { wordsFor } from '@/lib/platform/words-for'
import { callOffDone, subjectsOf } from '@/lib/procurement/call-offs/call-off'
import { getCallOff } from '@/lib/procurement/call-offs/get-call-off'
import { getOrderParts } from '@/lib/procurement/call-offs/get-order-view'
import { ask, issue, refuse, reopen, sign } from '../actions'
import { accept, acknowledge, narrow } from '../consent-actions'
import { answerTerm, share } from '../proposal-actions'
import { answer, remove, take } from '../section-actions'

export const metadata: Metadata = { title: 'Call-off' }
const actions = { remove, requestFunding: ask, issue, reopen, sign, refuse }
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function CallOffPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const callOff = await getCallOff(ctx.actor, (await params).id)
  if (!callOff) notFound()
  const done = wordsFor(callOffDone, (await searchParams).done)
  const names = await nameOrganisations([callOff.practiceId, callOff.supplierId, callOff.payerId])
  const { gate, sites, steps, proposals, gone, limits } = await getOrderParts(ctx, callOff)
  const part = { narrow, names: (await getReferenceNames(ctx.actor)).capabilities }
  return (
    <>
      <Breadcrumbs trail={[{ href: '/call-offs', text: 'Call-offs' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption="Call-off">{callOff.number}</PageTitle>
      <CallOffTag state={callOff.state} />
      {gate ? <GatePanel {...{ callOff, gate, actor: ctx.actor, acknowledge, accept, part }} /> : null}
      <GonePractices {...{ callOff, gone, actor: ctx.actor, take }} />
      {steps ? <OrderTasks id={callOff.id} steps={steps} /> : null}
      <CallOffSummary callOff={callOff} names={names} />
      <OrderPractices callOff={callOff} sites={sites} answer={answer} />
      <TermProposals {...{ callOff, proposals, sites, actor: ctx.actor, actions: { share, answerTerm } }} />
      <Signatures callOff={callOff} names={names} />
      <CallOffActs {...{ callOff, actor: ctx.actor, limits, actions }} />
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={await getHistory(subjectsOf(callOff))} />
    </>
  )
}
