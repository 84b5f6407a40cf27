import { ActionForm } from '@/components/ui/action-form'
import { Details } from '@/components/ui/details'
import { FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import type { Actor } from '@/lib/platform/actor'
import { blockingScore, highHazards, scoreAfter, scoreBefore } from '@/lib/switching/hazards/hazard-rules'
import { isOpen } from '@/lib/switching/switch-acts-rules'
import type { HazardFact } from '@/lib/switching/switch-facts'
import { mayState } from '@/lib/switching/switch-policy'
import type { FullActions, FullProps } from './full-actions'

const summaryOf = (hazards: HazardFact[]): string => {
  const open = hazards.filter((h) => scoreAfter(h) === undefined).length
  return `${hazards.length} hazards, ${open} not assessed, ${highHazards(hazards).length} too high`
}
const scores = ['1', '2', '3', '4', '5'].map((n) => ({ value: n, text: n }))

/** The hazard log: every line, and the form of the clinical safety officer. */
export function HazardLog({ actor, view, full, people, actions }: FullProps & { actor: Actor; actions: FullActions }) {
  const hidden = { id: view.id, version: view.version }
  const assesses = isOpen('assess-hazard', view) && mayState(actor, view, people, ['clinical-safety-officer']).allowed
  return (
    <>
      <p>
        A score is likelihood times severity, each from 1 to 5. {blockingScore} or more after the controls stops the
        data from being accepted, and the go-live.
      </p>
      <Details summary={summaryOf(full.hazards)}>
        <Table
          caption="Hazard log"
          hideCaption
          columns={[
            { heading: 'Hazard' },
            { heading: 'Before', number: true },
            { heading: 'After' },
            { heading: 'Controls' },
            { heading: 'Owner' },
          ]}
          rows={full.hazards.map((h) => ({
            key: h.number,
            cells: [
              `${h.number} ${h.title}`,
              String(scoreBefore(h)),
              String(scoreAfter(h) ?? 'not assessed'),
              h.controls || 'none stated',
              h.owner || 'nobody yet',
            ],
          }))}
        />
      </Details>
      {assesses ? (
        <>
          <ActionForm action={actions.assess} hidden={hidden} button="Assess the hazard" summary="Assess a hazard">
            <FormSelect
              name="number"
              label="Hazard"
              options={full.hazards.map((h) => ({ value: h.number, text: `${h.number} ${h.title}` }))}
            />
            <FormSelect name="likelihoodAfter" label="Likelihood after the controls" options={scores} />
            <FormSelect name="severityAfter" label="Severity after the controls" options={scores} />
            <FormTextArea name="controls" label="Controls" hint="Nothing about a patient." />
            <FormTextField name="owner" label="Owner of the controls" />
          </ActionForm>
          <ActionForm action={actions.addOwnHazard} hidden={hidden} button="Add the hazard" summary="Add a hazard">
            <FormTextField name="title" label="What can go wrong" />
            <FormSelect name="likelihoodBefore" label="Likelihood before any control" options={scores} />
            <FormSelect name="severityBefore" label="Severity before any control" options={scores} />
          </ActionForm>
        </>
      ) : null}
    </>
  )
}
