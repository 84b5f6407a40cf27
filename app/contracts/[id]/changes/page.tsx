import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChangePanel } from '@/components/contracts/change-panel'
import { ProposeChangeForm } from '@/components/contracts/propose-change-form'
import { VersionTable } from '@/components/contracts/version-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { changeDone } from '@/lib/contracts/changes/change'
import { getContractChanges } from '@/lib/contracts/changes/get-contract-changes'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { wordsFor } from '@/lib/platform/words-for'
import { ask, effect, notice, propose, reject, sign } from './actions'

export const metadata: Metadata = { title: 'Changes of a contract' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function ContractChangesPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const today = dayOf(ctx.now)
  const found = await getContractChanges(ctx.actor, (await params).id, today)
  if (!found) notFound()
  const { contract, versions, changes, mayPropose } = found
  const words = wordsFor(changeDone, (await searchParams).done)
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/contracts', text: 'Contracts' },
          { href: `/contracts/${contract.id}`, text: contract.moduleName },
        ]}
      />
      {words ? <Notice>{words}</Notice> : null}
      <PageTitle caption={`Contract ${contract.number}, ${contract.moduleName}`}>Versions and changes</PageTitle>
      <VersionTable versions={versions} />
      <h2 className="nhsuk-heading-m">Changes</h2>
      {changes.length === 0 ? <p>No change has been proposed.</p> : null}
      {changes.map((change) => (
        <ChangePanel key={change.id} change={change} today={today} actions={{ ask, effect, notice, reject, sign }} />
      ))}
      {mayPropose ? <ProposeChangeForm contract={contract} today={today} propose={propose} /> : null}
    </>
  )
}
