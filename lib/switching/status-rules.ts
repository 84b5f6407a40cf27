import { type Day, dayWords } from '@/lib/platform/days'
import type { SwitchState } from './switch'

type Status = {
  state: SwitchState
  wentLiveOn: Day | null
  readableUntil: Day | null
  phase: number
  reason: string | null
}

/** Where a switch stands, in one sentence for everybody who is party to it. */
export function statusLine({ state, wentLiveOn, readableUntil, phase, reason }: Status): string {
  switch (state) {
    case 'draft':
      return 'The switch is being prepared. Nothing has been ordered.'
    case 'ordered':
      return 'The switch is ordered. The suppliers sign the manifests of the trial extract and the trial load.'
    case 'trial-loaded':
      return `Trial load ${phase} is done. The comparison is run, and its signed report is brought here.`
    case 'data-check':
      return `The practice checks trial load ${phase}. The final load waits until its data are accepted.`
    case 'loaded':
      return 'The final load is done. The practice goes live when it is proven, confirmed and signed.'
    case 'live':
      return `The practice works in the new system since ${dayWords(wentLiveOn!)}. The old system stays readable until ${dayWords(readableUntil!)}.`
    case 'closed':
      return `The switch is closed. The practice went live on ${dayWords(wentLiveOn!)}.`
    case 'rolled-back':
      return `The practice went back to the old system: ${reason}`
    case 'cancelled':
      return `The switch was cancelled: ${reason}`
  }
}

const commandTitles: Record<string, string> = {
  order: 'Order the switch',
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
