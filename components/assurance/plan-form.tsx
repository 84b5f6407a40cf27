import { ActionForm } from '@/components/ui/action-form'
import { Details } from '@/components/ui/details'
import { FormRadios, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import type { NonConformityPage } from '@/lib/assurance/non-conformities/get-non-conformity'
import { mostMilestones } from '@/lib/assurance/non-conformities/plan-rules'
import type { FormAction } from '@/lib/platform/form-state'

/** How many milestones stand open in the form; the rest is folded away. */
const shown = 4

/** How and until when the supplier will mend it. The plan ends with its last milestone. */
export function PlanForm({ nc, propose }: { nc: NonConformityPage; propose: FormAction }) {
  const hadPlan = nc.plans.some((plan) => plan.acceptedOn !== null)
  const onlyRemediation = nc.serious || hadPlan
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
  return (
    <ActionForm action={propose} hidden={{ id: nc.id }} button="Propose the plan" look="secondary">
      <FormRadios
        name="kind"
        label="Kind of plan"
        {...(nc.serious ? { hint: 'A serious hazard cannot be worked off' } : {})}
        {...(onlyRemediation ? { value: 'REMEDIATION' } : {})}
        options={[
          ...(onlyRemediation
            ? []
            : [{ value: 'WORK_OFF', text: 'Work-off plan', hint: 'The module stays conformant while it holds' }]),
          { value: 'REMEDIATION', text: 'Remediation plan', hint: 'Buyers accept in writing while it holds' },
        ]}
      />
      <FormTextArea name="summary" label="How you will mend it" hint="20 to 2,000 characters. It is published" />
      {numbers(1, shown).map((n) => (
        <Milestone n={n} key={n} />
      ))}
      <Details summary={`Milestones ${shown + 1} to ${mostMilestones}`}>
        {numbers(shown + 1, mostMilestones).map((n) => (
          <Milestone n={n} key={n} />
        ))}
      </Details>
    </ActionForm>
  )
}

function Milestone({ n }: { n: number }) {
  return (
    <fieldset className="nhsuk-fieldset">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Milestone {n}</legend>
      <FormTextField name={`words-${n}`} label={`What is done by milestone ${n}`} />
      <FormTextField name={`due-${n}`} label={`Day of milestone ${n}`} type="date" width={10} />
    </fieldset>
  )
}
