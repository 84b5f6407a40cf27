import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextField } from '@/components/ui/form-fields'
import type { Choice, Outcome } from '@/lib/comparison/optimiser/choice'
import { moduleName } from '@/lib/comparison/plans/plan-names'
import type { FormAction } from '@/lib/platform/form-state'
import { poundsWords } from '@/lib/platform/money'

type Props = { runId: string; choice: Choice; outcome: Outcome; actions: { whatIf: FormAction; askMore: FormAction } }

/** What if one thing were other (RES-4), and what else can be asked of the same facts (RES-3, RES-5, MOD-6). Each makes a run of its own. */
export function WhatIfForms(props: Props) {
  return (
    <section aria-labelledby="what-if" className="no-print">
      <h2 className="nhsuk-heading-m" id="what-if">
        What if …?
      </h2>
      <p>Each answer is a plan of its own, computed from the same facts. This one stays as it is.</p>
      <ChangeForms {...props} />
      <QuestionForms {...props} />
    </section>
  )
}

function ChangeForms({ runId, choice, actions: { whatIf } }: Props) {
  const { needs, today, term, limits } = choice
  const running = [...new Set(today.map(({ moduleId }) => moduleId))]
  const form = (kind: string) => ({ action: whatIf, hidden: { runId, kind }, look: 'secondary' as const })
  return (
    <>
      {needs.length > 1 ? (
        <ActionForm {...form('drop-need')} button="Plan without this need" summary="… we gave up a need">
          <FormSelect
            name="needId"
            label="Need to give up"
            options={needs.map(({ id, words }) => ({ value: id, text: words }))}
          />
        </ActionForm>
      ) : null}
      {running.length > 0 ? (
        <ActionForm {...form('keep')} button="Plan with it kept" summary="… we kept a module of today">
          <FormSelect
            name="moduleId"
            label="Module to keep"
            options={running.map((id) => ({ value: id, text: moduleName(choice, id) }))}
          />
        </ActionForm>
      ) : null}
      <ActionForm {...form('term')} button="Plan over this term" summary="… the term were another">
        <FormTextField
          name="months"
          label="Term in months"
          hint="1 to 60"
          width={4}
          inputMode="numeric"
          value={String(term.months)}
        />
      </ActionForm>
      <ActionForm {...form('start')} button="Plan from this day" summary="… we started on another day">
        <FormTextField name="start" label="First day" type="date" value={term.start} />
      </ActionForm>
      <ActionForm {...form('budget')} button="Plan with this budget" summary="… the budget were another">
        <FormTextField
          name="pounds"
          label="Budget over the whole term, in pounds"
          hint="Leave it empty for no budget"
          width={10}
          inputMode="decimal"
          value={limits.budgetPence === null ? '' : poundsWords(BigInt(limits.budgetPence)).slice(1)}
        />
      </ActionForm>
    </>
  )
}

function QuestionForms({ runId, choice, outcome, actions: { askMore } }: Props) {
  const { plan, frontier } = outcome
  const others = choice.candidates.filter(({ moduleId }) => !plan?.modules.includes(moduleId))
  const form = (kind: string) => ({ action: askMore, hidden: { runId, kind }, look: 'secondary' as const })
  return (
    <>
      {others.length > 0 ? (
        <ActionForm {...form('why-not')} button="Ask why not" summary="Why not this module?">
          <FormSelect
            name="moduleId"
            label="Module that is not in the plan"
            options={others
              .map(({ moduleId, name }) => ({ value: moduleId, text: name }))
              .toSorted((a, b) => (a.text < b.text ? -1 : 1))}
          />
        </ActionForm>
      ) : null}
      {choice.wishes.length > 0 && !frontier ? (
        <ActionForm {...form('frontier')} button="Draw the frontier" summary="What would more of our wishes cost?">
          <FormSelect
            name="stepPercent"
            label="How fine"
            options={[
              { value: '2', text: 'In steps of 2 percent of the wishes' },
              { value: '1', text: 'Every point, which takes longer' },
            ]}
          />
        </ActionForm>
      ) : null}
      {choice.today.length > 0 ? (
        <ActionForm {...form('when')} button="Find the quarters" summary="When should we switch?">
          <FormTextField
            name="quarters"
            label="Over how many quarters"
            hint="1 to 12"
            width={4}
            inputMode="numeric"
            value={String(Math.max(1, Math.min(12, Math.ceil(choice.term.months / 3))))}
          />
        </ActionForm>
      ) : null}
    </>
  )
}
