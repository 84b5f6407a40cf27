import { ActionForm } from '@/components/ui/action-form'
import { InsetText } from '@/components/ui/inset-text'
import type { GonePractice } from '@/lib/identity/gone-practice'
import type { Actor } from '@/lib/platform/actor'
import type { FormAction } from '@/lib/platform/form-state'
import type { CallOff } from '@/lib/procurement/call-offs/call-off'
import { mayPrepareCallOff } from '@/lib/procurement/call-offs/call-off-policy'
import { goneWords, mayTakeIn, wayOn } from '@/lib/procurement/call-offs/gone-practice-rules'

type Props = {
  callOff: CallOff
  gone: GonePractice[]
  actor: Actor
  take: FormAction
}

/** What has become of practices of an unsigned order, and the way on for who writes it. */
export function GonePractices({ callOff, gone, actor, take }: Props) {
  const prepares = mayPrepareCallOff(actor, callOff).allowed
  return gone.map((one) => (
    <InsetText key={one.id}>
      <p>
        <strong>{goneWords(one)}.</strong>
        {one.isGone ? ' The order cannot be funded or signed as it stands.' : ''}
      </p>
      {prepares ? <p>{wayOn(callOff, one)}</p> : null}
      {prepares && one.successor && one.id !== callOff.practiceId && mayTakeIn.includes(callOff.state) ? (
        <ActionForm
          action={take}
          hidden={{ id: callOff.id, version: callOff.version, practiceId: one.id }}
          label={`Successor of ${one.name}`}
          button={`Take ${one.successor.name} instead`}
          look="secondary"
        />
      ) : null}
    </InsetText>
  ))
}
