import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GuideLink } from '@/components/switching/guide/guide-link'
import { Missing } from '@/components/switching/missing'
import { PackPanel } from '@/components/switching/pack/pack-panel'
import { RecordLinks } from '@/components/switching/record-section'
import { doneWords } from '@/components/switching/switch-actions'
import { SwitchEvidence } from '@/components/switching/switch-evidence'
import { SwitchForms } from '@/components/switching/switch-forms'
import { SwitchOverview } from '@/components/switching/switch-overview'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { listContracts } from '@/lib/contracts/list-contracts'
import { requireContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { wordsFor } from '@/lib/platform/words-for'
import { getSwitch } from '@/lib/switching/get-switch'
import { listCandidates } from '@/lib/switching/list-candidates'
import { getSeal } from '@/lib/switching/pack/get-evidence-pack'
import { peopleOf } from '@/lib/switching/switch-policy'
import * as actions from './actions'
import * as fullActions from './full-actions'
import { seal as sealAction } from './pack-actions'

export const metadata: Metadata = { title: 'Switch' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function SwitchPage({ params, searchParams }: Props) {
  const ctx = await requireContext()
  const view = await getSwitch(ctx.actor, (await params).id, ctx.now)
  if (!view) notFound()
  const today = dayOf(ctx.now)
  const [candidates, contracts, seal] = await Promise.all([
    listCandidates(ctx.actor, view, today),
    listContracts(ctx.actor, today),
    getSeal(view.id),
  ])
  const words = wordsFor(doneWords, (await searchParams).done)
  const forms = { actor: ctx.actor, view, people: peopleOf(view.people), actions }
  return (
    <>
      <Breadcrumbs trail={[{ href: '/switches', text: 'Switches' }]} />
      {words ? <Notice>{words}</Notice> : null}
      <PageTitle caption={view.names.practice}>
        Switch from {view.names.leaving} to {view.names.going}
      </PageTitle>
      <SwitchOverview view={view} />
      <GuideLink actor={ctx.actor} view={view} />
      <RecordLinks isFull={view.full !== null} />
      <h2 className="nhsuk-heading-m">What is missing</h2>
      <Missing steps={view.steps} />
      <h2 className="nhsuk-heading-m">What you can do now</h2>
      <SwitchForms {...forms} contracts={contracts} today={today} candidates={candidates} fullActions={fullActions} />
      <SwitchEvidence view={view} />
      <PackPanel actor={ctx.actor} view={view} seal={seal} action={sealAction} />
    </>
  )
}
