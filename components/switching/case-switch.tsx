import { type Contract, isRunning } from '@/lib/contracts/contract'
import type { Actor } from '@/lib/platform/actor'
import type { FormAction } from '@/lib/platform/form-state'
import type { CaseView } from '@/lib/switching/cases/get-case'
import type { SwitchLine } from '@/lib/switching/list-switches'
import { switchStateLabels } from '@/lib/switching/switch'
import { mayOpenSwitch } from '@/lib/switching/switch-policy'
import { OpenSwitchForm } from './open-switch-form'

type Props = {
  actor: Actor
  of: CaseView
  contract: Contract | undefined
  contracts: Contract[]
  switches: SwitchLine[]
  open: FormAction
}

/** The switch away from the system of a case; where none is under way, the practice manager opens it here. */
export function CaseSwitch({ actor, of, contract, contracts, switches, open }: Props) {
  const away = switches.filter((s) => s.leavingContractId === of.contractId)
  const running = away.find((s) => !['closed', 'rolled-back', 'cancelled'].includes(s.state))
  if (running)
    return (
      <p>
        A switch is under way: <a href={`/switches/${running.id}`}>see where it stands</a> (
        {switchStateLabels[running.state]}).
      </p>
    )
  if (of.state === 'ended' || of.state === 'watching' || !contract || !isRunning(contract))
    return <p>No switch is open. The practice can open one from its contract at any time.</p>
  if (!mayOpenSwitch(actor, of.practiceId).allowed)
    return <p>No switch is open yet. The practice manager can open it on this page.</p>
  const others = contracts.filter((c) => c.practiceId === of.practiceId && c.state === 'mobilising')
  return <OpenSwitchForm contract={contract} leaving others={others} open={open} />
}
