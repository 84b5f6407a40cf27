import type { Metadata } from 'next'
import { SwitchAnswer } from '@/components/systems/switch-answer'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { getSwitchAnswers } from '@/lib/insight/options/get-switch-answers'
import { inMixedCase } from '@/lib/insight/practice'
import { refusalWords } from '@/lib/platform/refusal-words'

export const metadata: Metadata = { title: 'Can I switch, when, and who decides?' }

export default async function SwitchingPage() {
  const found = await getSwitchAnswers(await requireContext())
  return (
    <>
      <Breadcrumbs trail={[{ href: '/systems', text: 'Practices and their systems' }]} />
      <PageTitle caption={found && inMixedCase(found.practice.name)}>Can I switch, when, and who decides?</PageTitle>
      {found ? null : (
        <p>
          This page answers people of a practice. How each payer decides is{' '}
          <a href="/funding/decisions">open to everybody</a>.
        </p>
      )}
      {found && !found.answers.ok ? <p>{refusalWords(found.answers.refusal)}</p> : null}
      {found?.answers.ok && found.answers.value.length === 0 ? (
        <p>
          Yes, at once: no contract of your practice stands here. <a href="/modules">Find a module</a>
        </p>
      ) : null}
      {found?.answers.ok
        ? found.answers.value.map((answer) => <SwitchAnswer key={answer.contract.id} answer={answer} />)
        : null}
    </>
  )
}
