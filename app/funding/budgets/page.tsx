import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BudgetForm } from '@/components/funding/budget-form'
import { BudgetMeter } from '@/components/funding/budget-meter'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { listBudgets } from '@/lib/funding/list-budgets'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { set } from './actions'

export const metadata: Metadata = { title: 'Budgets' }

export default async function BudgetsPage() {
  const budgets = await listBudgets(await requireContext())
  if (!budgets) notFound()
  const name = await nameOrganisations([budgets.payerId])
  return (
    <>
      <Breadcrumbs trail={[{ href: '/funding', text: 'Funding' }]} />
      <PageTitle caption={name(budgets.payerId)}>Budgets</PageTitle>
      {budgets.lines.length === 0 ? <p>No budget is set yet, so nobody can ask for money.</p> : null}
      <BudgetMeter lines={budgets.lines} linked />
      {budgets.maySet ? (
        <BudgetForm payerId={budgets.payerId} year={budgets.year} action={set} />
      ) : (
        <p>A finance officer of the payer sets the budgets.</p>
      )}
    </>
  )
}
