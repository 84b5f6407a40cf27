import { ActionForm } from '@/components/ui/action-form'
import { FormCheckboxes, FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { Warning } from '@/components/ui/warning'
import type { Actor } from '@/lib/platform/actor'
import { dayOf, dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'
import type { CallOff } from '@/lib/procurement/call-offs/call-off'
import { mayAcceptInWriting, mayPrepareCallOff } from '@/lib/procurement/call-offs/call-off-policy'
import type { OrderGate } from '@/lib/procurement/call-offs/get-order-gate'
import { NarrowForm } from './narrow-form'

type Names = Record<string, { name: string }>
type Props = {
  callOff: CallOff
  gate: OrderGate
  actor: Actor
  acknowledge: FormAction
  accept: FormAction
  /** Where the buyer can order a part of the module: the action, and the capabilities' names. */
  part?: { narrow: FormAction; names: Names }
}

/** Whether the ordered module may be bought as things stand today, and what must be consented to first. */
export function GatePanel({ callOff, gate, actor, acknowledge, accept, part }: Props) {
  if (gate.gate === 'OPEN') return null
  const stopped = gate.gate === 'REFUSED' || gate.gate === 'HELD'
  return (
    <>
      <Warning title={stopped ? 'This module may not be bought now' : 'This module has open points'}>
        <p>
          {callOff.moduleName} is shown in the register today as “{gate.label}”.
        </p>
        <ul>
          {gate.because.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        {gate.pausedUntil ? (
          <p>A remediation plan was accepted. Orders rest up to and including {dayWords(gate.pausedUntil)}.</p>
        ) : null}
      </Warning>
      <Consents consents={gate.consents} />
      <ConsentForm {...{ callOff, gate, actor, acknowledge, accept }} />
      {part && gate.gate === 'HELD' && mayPrepareCallOff(actor, callOff).allowed ? (
        <NarrowForm callOff={callOff} narrow={part.narrow} nameOf={(id) => part.names[id]?.name ?? id} />
      ) : null}
    </>
  )
}

function ConsentForm({ callOff, gate, actor, acknowledge, accept }: Props) {
  if (gate.open.length === 0) return null
  const hidden = { id: callOff.id }
  if (gate.gate === 'ACKNOWLEDGE' && mayPrepareCallOff(actor, callOff).allowed)
    return (
      <ActionForm action={acknowledge} hidden={hidden} button="I have taken note" look="secondary">
        <FormCheckboxes
          name="items"
          label="Which points has the practice taken note of?"
          hint="Each of them is needed before the order can go on."
          options={gate.open.map((item) => ({ value: item, text: item }))}
        />
      </ActionForm>
    )
  if (gate.gate === 'WRITTEN_ACCEPTANCE' && mayAcceptInWriting(actor, callOff).allowed)
    return (
      <ActionForm action={accept} hidden={hidden} button="Accept in writing" look="secondary">
        <FormTextArea
          name="statement"
          label="Why do you accept that a module under remediation is bought?"
          hint="20 characters or more. Your name, your words and the points above stay with the order."
        />
      </ActionForm>
    )
  const who = gate.gate === 'ACKNOWLEDGE' ? 'the practice has taken note of' : 'the payer has accepted in writing'
  return (
    <InsetText>
      <p>
        The order waits until {who}: {gate.open.join(', ')}.
      </p>
    </InsetText>
  )
}

function Consents({ consents }: Pick<OrderGate, 'consents'>) {
  if (consents.length === 0) return null
  return (
    <ul>
      {consents.map((c) => (
        <li key={c.id}>
          {dayWords(dayOf(c.at))}: {c.person} ({c.organisation}){' '}
          {c.kind === 'accepted' ? 'accepted in writing' : 'took note of'} {c.items.join(', ')}
          {c.statement ? `: “${c.statement}”` : ''}
        </li>
      ))}
    </ul>
  )
}
