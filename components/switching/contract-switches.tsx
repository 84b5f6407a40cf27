import { type Contract, isRunning } from '@/lib/contracts/contract'
import type { Actor } from '@/lib/platform/actor'
import type { FormAction } from '@/lib/platform/form-state'
import type { SwitchLine } from '@/lib/switching/list-switches'
import { switchStateLabels } from '@/lib/switching/switch'
import { mayOpenSwitch } from '@/lib/switching/switch-policy'
import { OpenSwitchForm } from './open-switch-form'

type Props = {
  actor: Actor
  contract: Contract
  contracts: Contract[]
  switches: SwitchLine[]
  open: FormAction
}

/**
 * The switches that leave this contract or lead to it; where there is none under way, the practice manager can open one. Nothing
 * for a contract of a piece of work: nobody switches from it.
 */
export function ContractSwitches({ actor, contract, contracts, switches, open }: Props) {
  const ended = ['closed', 'rolled-back', 'cancelled']
  const running = switches.some((s) => !ended.includes(s.state))
  const others = contracts.filter(
    (c) => c.id !== contract.id && c.practiceId === contract.practiceId && c.kind === 'module',
  )
  const leaving = isRunning(contract) && contract.callOffId === null
  if (contract.kind !== 'module') return null
  const decision = mayOpenSwitch(actor, contract.practiceId)
  return (
    <>
      <h2 className="nhsuk-heading-m">Switching</h2>
      <ul className="nhsuk-list">
        {switches.map((s) => (
          <li key={s.id}>
            <a href={`/switches/${s.id}`}>
              Switch from {s.losing} to {s.gaining}
            </a>{' '}
            ({switchStateLabels[s.state]})
          </li>
        ))}
      </ul>
      {switches.length === 0 ? <p>No switch is open for this contract.</p> : null}
      {decision.allowed && !running ? (
        <OpenSwitchForm
          contract={contract}
          leaving={leaving}
          others={leaving ? others.filter((c) => c.state === 'mobilising') : others.filter(isRunning)}
          open={open}
        />
      ) : null}
    </>
  )
}
