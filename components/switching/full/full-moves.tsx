import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextArea } from '@/components/ui/form-fields'
import type { Contract } from '@/lib/contracts/contract'
import type { Actor } from '@/lib/platform/actor'
import { commandTitle } from '@/lib/switching/status-rules'
import { isOpen, mayMoveNow } from '@/lib/switching/switch-acts-rules'
import { mayCancelSwitch, mayOrderSwitch } from '@/lib/switching/switch-policy'
import { Waits } from '../move-forms'
import type { FullActions, FullProps } from './full-actions'

const plain = [
  'make-case',
  'mobilise',
  'prepare',
  'accept-data',
  'freeze',
  'settle',
  'resume',
  'remedied',
  'restart',
] as const
const withReason = { hold: 'hold', remediate: 'remediate' } as const

type Props = FullProps & { actor: Actor; contracts: Contract[]; actions: FullActions }

/** The moves of machine version 2 that are this reader's; one whose gate is not met says because of what. */
export function FullMoves({ actor, view, full, people, contracts, actions }: Props) {
  const hidden = { id: view.id, version: view.version }
  const mine = plain.filter((command) => mayMoveNow(actor, view, people, command))
  const choices = contracts.filter((c) => c.practiceId === view.practiceId && c.state === 'mobilising')
  const binds = isOpen('bind-contract', view) && !view.gainingContractId && mayOrderSwitch(actor, view).allowed
  const asks = isOpen('ask-to-cancel', view) && full.cancelAsked.length === 0 && mayCancelSwitch(actor, view).allowed
  return (
    <>
      {binds && choices.length > 0 ? (
        <ActionForm action={actions.bind} hidden={hidden} button="Set the new contract">
          <FormSelect
            name="gainingContractId"
            label="Contract to go to"
            options={choices.map((c) => ({ value: c.id, text: `${c.moduleName} (${c.number})` }))}
          />
        </ActionForm>
      ) : null}
      {mine.map((command) => {
        const waits = view.steps.find((s) => s.command === command)?.lines.filter((l) => !l.met) ?? []
        return waits.length > 0 ? (
          <Waits key={command} command={command} because={waits.map((l) => l.because)} />
        ) : (
          <ActionForm
            key={command}
            action={actions.move}
            hidden={{ ...hidden, command }}
            button={commandTitle(command)}
          />
        )
      })}
      {(Object.keys(withReason) as (keyof typeof withReason)[])
        .filter((command) => mayMoveNow(actor, view, people, command))
        .map((command) => (
          <ActionForm
            key={command}
            action={actions[withReason[command]]}
            hidden={hidden}
            button={commandTitle(command)}
            summary={commandTitle(command)}
            look="secondary"
          >
            <Reason />
          </ActionForm>
        ))}
      {asks ? (
        <ActionForm
          action={actions.askCancel}
          hidden={hidden}
          button="Ask to cancel"
          summary="Ask to cancel"
          look="warning"
        >
          <p>Practice manager and commissioner cancel together: one asks, the other cancels.</p>
          <Reason />
        </ActionForm>
      ) : null}
    </>
  )
}

const Reason = () => (
  <FormTextArea name="reason" label="Reason" hint="At least 30 characters. Nothing about a patient." />
)
