import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ContractOverview } from '@/components/contracts/contract-overview'
import { ContractSites } from '@/components/contracts/contract-sites'
import { NoticeForm } from '@/components/contracts/notice-form'
import { CaseBanner } from '@/components/switching/case-banner'
import { ContractSwitches } from '@/components/switching/contract-switches'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { contractMachine } from '@/lib/contracts/contract-machine'
import { mayGiveNotice } from '@/lib/contracts/contract-policy'
import { contractDone } from '@/lib/contracts/contract-words'
import { getContract } from '@/lib/contracts/get-contract'
import { getJointWork } from '@/lib/contracts/get-joint-work'
import { listContracts } from '@/lib/contracts/list-contracts'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { next } from '@/lib/platform/machine'
import { wordsFor } from '@/lib/platform/words-for'
import { getCaseOfContract } from '@/lib/switching/cases/get-case'
import { listSwitchesOfContract } from '@/lib/switching/list-switches'
import { confirm, give, open } from './actions'
import { cease, correct } from './site-actions'

export const metadata: Metadata = { title: 'Contract' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function ContractPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const today = dayOf(ctx.now)
  const contract = await getContract(ctx.actor, (await params).id, today)
  if (!contract) notFound()
  const [contracts, switches] = await Promise.all([
    listContracts(ctx.actor, today),
    listSwitchesOfContract(ctx.actor, contract.id, ctx.now),
  ])
  const words = wordsFor(contractDone, (await searchParams).done)
  const atRisk = await getCaseOfContract(ctx.actor, contract.id)
  const canGiveNotice =
    mayGiveNotice(ctx.actor, contract).allowed && next(contractMachine, contract.state, 'give-notice')
  return (
    <>
      <Breadcrumbs trail={[{ href: '/contracts', text: 'Contracts' }]} />
      {words ? <Notice>{words}</Notice> : null}
      <PageTitle caption={`Contract ${contract.number}`}>{contract.moduleName}</PageTitle>
      {atRisk ? <CaseBanner of={atRisk} /> : null}
      <ContractOverview contract={contract} today={today} />
      <ContractSites
        {...{ contract, today, acts: { confirm, correct, cease } }}
        actor={ctx.actor}
        work={await getJointWork(contract)}
      />
      <ContractSwitches actor={ctx.actor} contract={contract} contracts={contracts} switches={switches} open={open} />
      {canGiveNotice ? <NoticeForm contract={contract} give={give} /> : null}
    </>
  )
}
