import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EndFacts } from '@/components/contracts/end-facts'
import { EndForms } from '@/components/contracts/end-forms'
import { ExitList } from '@/components/contracts/exit-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getHistory } from '@/lib/audit/get-history'
import { contractDone, whatIsNext } from '@/lib/contracts/contract-words'
import { getContractEnd } from '@/lib/contracts/ends/get-contract-end'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { wordsFor } from '@/lib/platform/words-for'
import { askHold, close, hold, rescind, startExitOf, tick } from './actions'

export const metadata: Metadata = { title: 'Notice, hold-over and exit' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function ContractEndPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const today = dayOf(ctx.now)
  const end = await getContractEnd(ctx.actor, (await params).id, today)
  if (!end) notFound()
  const words = wordsFor(contractDone, (await searchParams).done)
  const { who, next } = whatIsNext(end)
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/contracts', text: 'Contracts' },
          { href: `/contracts/${end.id}`, text: end.moduleName },
        ]}
      />
      {words ? <Notice>{words}</Notice> : null}
      <PageTitle caption={`Contract ${end.number}, ${end.moduleName}`}>Notice, hold-over and exit</PageTitle>
      <p>
        <strong>Next: {who}.</strong> {next}
      </p>
      <EndFacts end={end} />
      <EndForms end={end} actions={{ rescind, askHold, hold, startExit: startExitOf, tick, close }} />
      {['exiting', 'closed'].includes(end.state) ? <ExitList end={end} today={today} tick={tick} /> : null}
      <h2 className="nhsuk-heading-m">What happened</h2>
      <History lines={await getHistory([{ type: 'Contract', id: end.id }])} />
    </>
  )
}
