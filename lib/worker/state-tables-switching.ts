import { caseMachine } from '@/lib/switching/cases/case-machine'
import { fullSwitchMachine } from '@/lib/switching/full-switch-machine'
import { slipMachine } from '@/lib/switching/re-entry/slip-machine'
import { switchMachine } from '@/lib/switching/switch-machine'
import type { ListedMachine } from './state-table'

/** The machines of a switch. */
export const switchingMachines: ListedMachine[] = [
  {
    title: 'Switch',
    file: 'lib/switching/full-switch-machine.ts',
    machine: fullSwitchMachine,
    starts: [{ by: 'open-switch', to: 'draft', event: 'SwitchOpened' }],
  },
  {
    title: 'Switch of the first stage',
    file: 'lib/switching/switch-machine.ts',
    machine: switchMachine,
    starts: [{ by: 'open-switch', to: 'draft', event: 'SwitchOpened' }],
  },
  {
    title: 'Slip of the re-entry log',
    file: 'lib/switching/re-entry/slip-machine.ts',
    machine: slipMachine,
    starts: [{ by: 'log-slips', to: 'open', event: 'ReEntryOpened' }],
  },
  {
    title: 'Case of a system at risk',
    file: 'lib/switching/cases/case-machine.ts',
    machine: caseMachine,
    starts: (['watching', 'at-risk', 'leaving'] as const).map((to) => ({
      by: 'keep-cases',
      to,
      event: 'ExitCaseOpened',
    })),
  },
]
