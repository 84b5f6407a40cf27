import { PlanForm } from '@/components/assurance/plan-form'
import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextArea } from '@/components/ui/form-fields'
import type { NonConformityPage } from '@/lib/assurance/non-conformities/get-non-conformity'
import type { PlanView } from '@/lib/assurance/non-conformities/non-conformity-view'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Props = Record<'state' | 'propose' | 'start' | 'tick' | 'claim', FormAction> & { nc: NonConformityPage }

/** What the supplier can do about it now: speak, plan, report. */
export function SupplierNonConformity({ nc, state, propose, ...acts }: Props) {
  if (nc.state !== 'open') return <p>It is closed. Nothing is left to do.</p>
  const current = nc.plans.find((plan) => plan.state === 'accepted' || plan.state === 'expired')
  const waits = nc.plans.some((plan) => plan.state === 'proposed')
  return (
    <>
      {current ? <PlanActs plan={current} ncId={nc.id} {...acts} /> : null}
      <h2 className="nhsuk-heading-m">State something</h2>
      <ActionForm
        action={state}
        hidden={{ id: nc.id, version: nc.version }}
        button="Publish the statement"
        look="secondary"
      >
        <FormTextArea
          name="text"
          label="Your statement"
          hint="At most 4,000 characters. Everybody reads it in the register, and it cannot be taken back"
        />
      </ActionForm>
      <h2 className="nhsuk-heading-m">{current ? 'Propose a remediation plan in its place' : 'Propose a plan'}</h2>
      {waits ? <p>Your plan waits for two officers of the authority.</p> : <PlanForm nc={nc} propose={propose} />}
    </>
  )
}

type Acts = Pick<Props, 'start' | 'tick' | 'claim'> & { plan: PlanView; ncId: string }
function PlanActs({ plan, ncId, start, tick, claim }: Acts) {
  const hidden = { id: plan.id, version: plan.version, nc: ncId }
  const left = plan.milestones.filter((m) => m.tickedOn === null)
  return (
    <>
      <h2 className="nhsuk-heading-m">Report on your plan</h2>
      {plan.startedOn ? null : <ActionForm action={start} hidden={hidden} button="Say that you have started" />}
      {left.length > 0 ? (
        <ActionForm action={tick} hidden={hidden} button="Tick the milestone" look="secondary">
          <FormRadios
            name="milestone"
            label="Milestone that is done"
            options={left.map((m) => ({ value: String(m.number), text: `${m.words}, due ${dayWords(m.dueOn)}` }))}
          />
        </ActionForm>
      ) : null}
      {plan.claimedDoneOn ? (
        <p>You claimed on {dayWords(plan.claimedDoneOn)} that it is done. The authority looks at it.</p>
      ) : (
        <ActionForm action={claim} hidden={hidden} button="Claim that all of it is done" />
      )}
    </>
  )
}
