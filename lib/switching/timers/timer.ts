import type { Day } from '@/lib/platform/days'

export const timerStates = ['running', 'warned', 'overdue', 'met', 'stopped'] as const
export type TimerState = (typeof timerStates)[number]
export const timerLabels: Record<TimerState, string> = {
  running: 'Running',
  warned: 'Due soon',
  overdue: 'Overdue',
  met: 'Done',
  stopped: 'Stands still',
}
export const timerColours: Record<TimerState, 'blue' | 'yellow' | 'red' | 'green' | 'grey'> = {
  running: 'blue',
  warned: 'yellow',
  overdue: 'red',
  met: 'green',
  stopped: 'grey',
}
/** TM-03: who has been told of an overdue matter. */
export const escalationWords = ['nobody', 'its owner', 'the IT delivery partner', 'the commissioner'] as const

/** A row as it is kept: `warned` counts the warnings that have been given. */
export type SwitchTimer = { kind: string; dueOn: Day; state: TimerState; warned: number; escalated: number }
