import { ActionForm } from '@/components/ui/action-form'
import { Details } from '@/components/ui/details'
import { FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import type { Contract } from '@/lib/contracts/contract'
import type { Actor } from '@/lib/platform/actor'
import type { SwitchView } from '@/lib/switching/get-switch'
import { commandTitle } from '@/lib/switching/status-rules'
import { isOpen, mayMoveNow } from '@/lib/switching/switch-acts-rules'
import type { SwitchCommand } from '@/lib/switching/switch-machine'
import { cancellingSide, mayRollBack, type People } from '@/lib/switching/switch-policy'
import type { SwitchActions } from './switch-actions'

type Props = { actor: Actor; view: SwitchView; people: People; contracts: Contract[]; actions: SwitchActions }

const actionOf: Partial<Record<SwitchCommand, keyof SwitchActions>> = {
  'load-trial': 'trialLoaded',
  'start-checking': 'startCheck',
  reload: 'reload',
  'load-final': 'finalLoaded',
  'go-live': 'live',
  close: 'close',
}

/** The moves that are this reader's; one whose gate is not met says because of what. */
export function MoveForms({ actor, view, people, contracts, actions }: Props) {
  const hidden = { id: view.id, version: view.version }
  const may = (command: SwitchCommand) => mayMoveNow(actor, view, people, command)
  return (
    <>
      {may('order') ? <OrderForm view={view} contracts={contracts} actions={actions} /> : null}
      {(Object.keys(actionOf) as SwitchCommand[]).filter(may).map((command) => {
        const waits = view.steps.find((s) => s.command === command)?.lines.filter((l) => !l.met) ?? []
        if (waits.length > 0) return <Waits key={command} command={command} because={waits.map((l) => l.because)} />
        return (
          <ActionForm
            key={command}
            action={actions[actionOf[command]!]}
            hidden={hidden}
            button={commandTitle(command)}
            look={command === 'reload' ? 'secondary' : 'primary'}
          />
        )
      })}
      {isOpen('propose-roll-back', view) && mayRollBack(actor, view, people).allowed ? (
        <RollBack actor={actor} view={view} actions={actions} />
      ) : null}
      {may('cancel') && mayCancelNow(view, actor) ? (
        <ActionForm
          action={actions.cancel}
          hidden={hidden}
          button="Cancel the switch"
          look="warning"
          summary="Cancel the switch"
        >
          <p>
            Before the records are frozen a switch can be stopped without further steps. It cannot be taken up again.
          </p>

          <FormTextArea name="reason" label="Reason" hint="At least 30 characters. Nothing about a patient." />
        </ActionForm>
      ) : null}
    </>
  )
}

export function Waits({ command, because }: { command: SwitchCommand; because: (string | undefined)[] }) {
  return (
    <InsetText>
      <p>
        <strong>{commandTitle(command)}</strong>: not yet, because of this:
      </p>
      <ul>
        {because.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </InsetText>
  )
}

/** Together only: where the other side has asked. The first stage needs one side. */
const mayCancelNow = (view: SwitchView, actor: Actor): boolean =>
  !view.full || view.full.cancelAsked.some((side) => side !== cancellingSide(actor, view))

function OrderForm({ view, contracts, actions }: Pick<Props, 'view' | 'contracts' | 'actions'>) {
  const waits = view.full ? (view.steps.find((s) => s.command === 'order')?.lines.filter((l) => !l.met) ?? []) : []
  if (waits.length > 0) return <Waits command="order" because={waits.map((l) => l.because)} />
  const choices = contracts.filter((c) => c.practiceId === view.practiceId && c.state === 'mobilising')
  if (!view.gainingContractId && choices.length === 0)
    return <Waits command="order" because={['No signed contract for the new system stands behind this switch yet']} />
  return (
    <ActionForm action={actions.order} hidden={{ id: view.id, version: view.version }} button={commandTitle('order')}>
      {view.gainingContractId ? null : (
        <FormSelect
          name="gainingContractId"
          label="Contract to go to"
          options={choices.map((c) => ({ value: c.id, text: `${c.moduleName} (${c.number})` }))}
        />
      )}
    </ActionForm>
  )
}

function RollBack({ actor, view, actions }: Pick<Props, 'actor' | 'view' | 'actions'>) {
  const hidden = { id: view.id, version: view.version }
  const { proposal } = view
  return (
    <Details summary="Go back to the old system" open={proposal !== null}>
      {proposal ? (
        <p>
          {proposal.by} has proposed to go back: {proposal.reason}
        </p>
      ) : null}
      {proposal && proposal.signedByIds.length > 0 ? <p>One other person has signed it.</p> : null}
      {proposal && ![proposal.proposedById, ...proposal.signedByIds].includes(actor.userId) ? (
        <ActionForm action={actions.signRollBack} hidden={hidden} button={commandTitle('roll-back')} look="warning" />
      ) : null}
      {proposal ? null : (
        <ActionForm action={actions.propose} hidden={hidden} button="Propose to go back" look="warning">
          <FormTextArea name="reason" label="Reason" hint="At least 30 characters. Nothing about a patient." />
        </ActionForm>
      )}
    </Details>
  )
}
