import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import type { Actor } from '@/lib/platform/actor'
import { instantInWords } from '@/lib/platform/days'
import { slipKinds, slipLabels } from '@/lib/switching/re-entry/slip'
import { isOpen } from '@/lib/switching/switch-acts-rules'
import { mayState } from '@/lib/switching/switch-policy'
import type { FullActions, FullProps } from './full-actions'

/** The log of what was written on slips while the system stood still: numbers and kinds, nothing of what they say. */
export function Slips({ actor, view, full, people, actions }: FullProps & { actor: Actor; actions: FullActions }) {
  const hidden = { id: view.id, version: view.version }
  const writes =
    isOpen('log-slip', view) && mayState(actor, view, people, ['practice-manager', 'clinical-lead']).allowed
  const { open, all } = full.slipCounts
  return (
    <>
      <p>{all === 0 ? 'No slip has been entered.' : `${open} of ${all} slips are not found in the new system yet.`}</p>
      {full.slips.length > 0 ? (
        <Table
          caption="Slips"
          hideCaption
          columns={[{ heading: 'Number' }, { heading: 'Kind' }, { heading: 'State' }, { heading: 'Entered' }]}
          rows={full.slips.map((s) => ({
            key: String(s.number),
            cells: [String(s.number), slipKinds[s.kind], slipLabels[s.state], instantInWords(s.createdAt)],
          }))}
        />
      ) : null}
      {writes ? (
        <>
          <ActionForm action={actions.slip} hidden={hidden} button="Enter the slip" summary="Enter a slip">
            <FormTextField name="number" label="Number of the slip" width={10} />
            <FormSelect
              name="kind"
              label="What it is about"
              options={Object.entries(slipKinds).map(([value, text]) => ({ value, text }))}
            />
          </ActionForm>
          <ActionForm action={actions.typedIn} hidden={hidden} button="It is typed in" summary="A slip is typed in">
            <FormTextField name="number" label="Number of the slip" width={10} />
          </ActionForm>
          <ActionForm action={actions.found} hidden={hidden} button="They are found" summary="The slips are found">
            <p>
              Every slip that was typed in before the last verified run was looked up in the new system and is there.
            </p>
          </ActionForm>
          <ActionForm
            action={actions.voidOne}
            hidden={hidden}
            button="Void the slip"
            summary="Void a slip"
            look="warning"
          >
            <p>Two people say so: the first gives the reason, the second agrees.</p>
            <FormTextField name="number" label="Number of the slip" width={10} />
            <FormTextArea name="reason" label="Reason" hint="At least 30 characters. Nothing about a patient." />
          </ActionForm>
        </>
      ) : null}
    </>
  )
}
