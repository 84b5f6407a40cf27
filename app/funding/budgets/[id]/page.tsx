import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BudgetForm } from '@/components/funding/budget-form'
import { BudgetMeter } from '@/components/funding/budget-meter'
import { BudgetPicture } from '@/components/funding/budget-picture'
import { BudgetSlices } from '@/components/funding/budget-slices'
import { BudgetYear } from '@/components/funding/budget-year'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { yearWords } from '@/lib/funding/funding-request'
import { getBudget } from '@/lib/funding/list-budgets'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { roll, set } from '../actions'

export const metadata: Metadata = { title: 'Budget line' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }
const doneWords = {
  set: 'The allocation is set.',
  rolled: 'The money is carried into this year’s line.',
}

export default async function BudgetPage({ params, searchParams }: Props) {
  const budget = await getBudget(await requireContext(), (await params).id)
  if (!budget) notFound()
  const { line, maySet } = budget
  const done = wordsFor(doneWords, (await searchParams).done)
  const trail = [
    { href: '/funding', text: 'Funding' },
    { href: '/funding/budgets', text: 'Budgets' },
  ]
  return (
    <>
      <Breadcrumbs trail={trail} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption="Budget line">{`${line.stream} ${yearWords(line.year)}`}</PageTitle>
      <BudgetPicture line={line} />
      <BudgetYear points={budget.year} />
      <BudgetMeter lines={[line]} />
      <BudgetSlices budget={budget} roll={roll} />
      {maySet ? <BudgetForm payerId={line.organisationId} year={line.year} line={line} action={set} /> : null}
    </>
  )
}
