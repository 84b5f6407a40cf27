import { type Day, dayWords } from '@/lib/platform/days'
import type { SwitchState } from './switch'

type Status = {
  machineVersion: number
  stateBefore: SwitchState | null
  state: SwitchState
  wentLiveOn: Day | null
  readableUntil: Day | null
  phase: number
  reason: string | null
}

/** Where a switch stands, in one sentence for everybody who is party to it. */
export function statusLine({ state, wentLiveOn, readableUntil, phase, reason, ...of }: Status): string {
  switch (state) {
    case 'draft':
      return 'The switch is being prepared. Nothing has been ordered.'
    case 'case':
      return 'The case is made. The commissioner and both suppliers sign, then it is ordered.'
    case 'ordered':
      return of.machineVersion === 1
        ? 'The switch is ordered. The suppliers sign the manifests of the trial extract and the trial load.'
        : 'The switch is ordered. People, days and assessments are put in place before the work starts.'
    case 'mobilised':
      return 'Everybody is in place. The site is surveyed, and each dependent service gets an owner and a plan.'
    case 'preparing':
      return 'The practice and the suppliers prepare the trial load.'
    case 'trial-loaded':
      return `Trial load ${phase} is done. The comparison is run, and its signed report is brought here.`
    case 'data-check':
      return `The practice checks trial load ${phase}. The final load waits until its data are accepted.`
    case 'cutover-ready':
      return 'The data are accepted. The cut-over is prepared, and then the records are frozen.'
    case 'frozen':
      return 'The old system stands still. Without the final load and a decision by the deadline, the practice goes back to it.'
    case 'loaded':
      return 'The final load is done. The practice goes live when it is proven, confirmed and signed.'
    case 'live':
      return `The practice works in the new system since ${dayWords(wentLiveOn!)}. The old system stays readable until ${dayWords(readableUntil!)}.`
    case 'legacy-read-only':
      return `The new system has settled. The old one can be read until ${dayWords(readableUntil!)}.`
    case 'on-hold':
      return `The switch is on hold: ${reason}`
    case 'remediation':
      return `A fault is being mended before the switch goes on: ${reason}`
    case 'closed':
      return `The switch is closed. The practice went live on ${dayWords(wentLiveOn!)}.`
    case 'rolled-back':
      return `The practice went back to the old system: ${reason}`
    case 'cancelled':
      return `The switch was cancelled: ${reason}`
  }
}

const commandTitles: Record<string, string> = {
  'make-case': 'Make the case',
  order: 'Order the switch',
  mobilise: 'Start the work',
  prepare: 'Start the preparation',
  'accept-data': 'Accept the data',
  freeze: 'Freeze the records',
  settle: 'Keep the old system for reading only',
  hold: 'Put the switch on hold',
  resume: 'Take the switch up again',
  remediate: 'Start remediation',
  remedied: 'End remediation',
  restart: 'Begin again',
  'load-trial': 'Say that the trial load is done',
  'start-checking': 'Start the data check',
  reload: 'Begin a new trial load',
  'load-final': 'Say that the final load is done',
  'go-live': 'Go live',
  'roll-back': 'Sign the roll-back',
  close: 'Close the switch',
  cancel: 'Cancel the switch',
}
/** What a command is called on its button. */
export const commandTitle = (command: string): string => commandTitles[command] ?? command
