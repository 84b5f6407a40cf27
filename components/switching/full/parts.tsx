import { ActionForm } from '@/components/ui/action-form'
import { FormSelect } from '@/components/ui/form-fields'
import type { Actor } from '@/lib/platform/actor'
import { switchParts, switchStateLabels } from '@/lib/switching/switch'
import { isOpen } from '@/lib/switching/switch-acts-rules'
import { mayRunSwitch } from '@/lib/switching/switch-policy'
import type { FullActions, FullProps } from './full-actions'

/** What is switched beside the whole as a switch of its own, or the whole of which this is a part. */
export function Parts({ actor, view, full, actions }: FullProps & { actor: Actor; actions: FullActions }) {
  if (view.parentId)
    return (
      <p>
        This is a part ({switchParts[view.part].toLowerCase()}) of{' '}
        <a href={`/switches/${view.parentId}`}>the switch of the whole system</a>, which waits for it.
      </p>
    )
  const opens = isOpen('open-part', view) && mayRunSwitch(actor, view).allowed
  return (
    <>
      {full.parts.length === 0 ? <p>Nothing is switched apart from the whole.</p> : null}
      {full.parts.length > 0 ? (
        <ul>
          {full.parts.map((part) => (
            <li key={part.id}>
              <a href={`/switches/${part.id}`}>{switchParts[part.part]}</a>: {switchStateLabels[part.state]}
            </li>
          ))}
        </ul>
      ) : null}
      {opens ? (
        <ActionForm
          action={actions.part}
          hidden={{ id: view.id, version: view.version }}
          button="Open the part"
          summary="Switch a part on its own"
        >
          <FormSelect
            name="part"
            label="Part"
            options={[
              { value: 'documents', text: switchParts.documents },
              { value: 'appointments', text: switchParts.appointments },
            ]}
          />
        </ActionForm>
      ) : null}
    </>
  )
}
