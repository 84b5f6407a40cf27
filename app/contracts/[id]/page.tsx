import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ContractFacts } from '@/components/contracts/contract-facts'
import { NoticeForm } from '@/components/contracts/notice-form'
import { SitePanel } from '@/components/contracts/site-panel'
import { CaseBanner } from '@/components/switching/case-banner'
import { ContractSwitches } from '@/components/switching/contract-switches'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { contractMachine } from '@/lib/contracts/contract-machine'
import { mayGiveNotice, sideOf } from '@/lib/contracts/contract-policy'
import { getContract } from '@/lib/contracts/get-contract'
import { listContracts } from '@/lib/contracts/list-contracts'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { next } from '@/lib/platform/machine'
import { wordsFor } from '@/lib/platform/words-for'
import { getCaseOfContract } from '@/lib/switching/cases/get-case'
import { listSwitchesOfContract } from '@/lib/switching/list-switches'
import { confirm, give, open } from './actions'

export const metadata: Metadata = { title: 'Contract' }
const done: Record<string, string> = { confirmed: 'The day is confirmed.', notice: 'Notice is given.' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function ContractPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const today = dayOf(ctx.now)
  const contract = await getContract(ctx.actor, (await params).id, today)
  if (!contract) notFound()
  const [contracts, switches] = await Promise.all([
    listContracts(ctx.actor, today),
    listSwitchesOfContract(ctx.actor, contract.id, today),
  ])
  const words = wordsFor(done, (await searchParams).done)
  const atRisk = await getCaseOfContract(ctx.actor, contract.id)
  const canGiveNotice =
    mayGiveNotice(ctx.actor, contract).allowed && next(contractMachine, contract.state, 'give-notice')
  return (
    <>
      <Breadcrumbs trail={[{ href: '/contracts', text: 'Contracts' }]} />
      {words ? <Notice>{words}</Notice> : null}
      <PageTitle caption={`Contract ${contract.number}`}>{contract.moduleName}</PageTitle>
      {atRisk ? <CaseBanner of={atRisk} /> : null}
      <ContractFacts contract={contract} />
      <h2 className="nhsuk-heading-m">Where it is used</h2>
      {contract.sites.map((site) => (
        <SitePanel key={site.id} site={site} side={sideOf(ctx.actor, contract)} today={today} confirm={confirm} />
      ))}
      <h2 className="nhsuk-heading-m">Switching</h2>
      <ContractSwitches actor={ctx.actor} contract={contract} contracts={contracts} switches={switches} open={open} />
      {canGiveNotice ? <NoticeForm contract={contract} give={give} /> : null}
    </>
  )
}
