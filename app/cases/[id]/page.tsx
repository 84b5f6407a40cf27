import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Alternatives } from '@/components/switching/alternatives'
import { CaseFacts } from '@/components/switching/case-facts'
import { CaseSwitch } from '@/components/switching/case-switch'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { PageTitle } from '@/components/ui/page-title'
import { getConformance } from '@/lib/assurance/register/get-register-entry'
import { getHistory } from '@/lib/audit/get-history'
import { getContract } from '@/lib/contracts/get-contract'
import { listContracts } from '@/lib/contracts/list-contracts'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { getCase } from '@/lib/switching/cases/get-case'
import { listAlternatives } from '@/lib/switching/cases/list-alternatives'
import { listSwitchesOfContract } from '@/lib/switching/list-switches'
import { open } from '../../contracts/[id]/actions'

export const metadata: Metadata = { title: 'System at risk' }

export default async function CasePage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireContext()
  const today = dayOf(ctx.now)
  const of = await getCase(ctx.actor, (await params).id)
  if (!of) notFound()
  const [entry, contract, contracts, switches, found] = await Promise.all([
    getConformance(ctx, of.moduleVersionId),
    getContract(ctx.actor, of.contractId, today),
    listContracts(ctx.actor, today),
    listSwitchesOfContract(ctx.actor, of.contractId, ctx.now),
    listAlternatives(ctx, of.moduleVersionId),
  ])
  const href = entry && `/register/${entry.moduleId}/${entry.version}`
  return (
    <>
      <Breadcrumbs trail={[{ href: '/cases', text: 'Systems at risk' }]} />
      <PageTitle caption={of.practice}>{of.moduleName}</PageTitle>
      <CaseFacts of={of} contract={contract} register={entry && { ...entry.label, href: href! }} />
      <h2 className="nhsuk-heading-m">Alternatives</h2>
      <Alternatives found={found} />
      <h2 className="nhsuk-heading-m">Switch to another system</h2>
      <CaseSwitch actor={ctx.actor} of={of} {...{ contract, contracts, switches, open }} />
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={await getHistory([{ type: 'ExitCase', id: of.id }])} />
    </>
  )
}
