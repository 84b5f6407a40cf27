import { eventWords } from '@/lib/audit/event-words'
import { factTitle } from './facts/fact-words'
import { type Gate, gateTitles } from './gate-rules'
import { isSwitchRole, roleInSentence, type SwitchRole } from './switch'
import { type TimerName, timerKinds } from './timers/timer-kinds'

/** What happened, as exactly as the ids and codes of the event allow. */
export function eventTitle(name: string, data: Record<string, unknown>): string {
  const title = eventWords(name)
  const role = isSwitchRole(String(data.role)) ? roleInSentence(data.role as SwitchRole) : undefined
  switch (name) {
    case 'SwitchPersonNamed':
      return role ? `Person named as ${role}` : title
    case 'GateSigned':
      return role && isGate(data.gate) ? `${gateTitles[data.gate]}: signed as ${role}` : title
    case 'ManifestSigned':
      return `Manifest of the ${data.kind} ${data.side === 'source' ? 'extract' : 'load'} signed`
    case 'SwitchFactStated':
      return `Stated: ${factTitle({ kind: String(data.kind), item: String(data.item ?? '') })}`
    case 'SwitchTimerWarned':
    case 'SwitchTimerOverdue':
    case 'SwitchTimerEscalated':
    case 'SwitchTimerMet':
      return `${title}: ${timerTitle(String(data.timer))}`
    case 'HazardAssessed':
      return `Hazard ${data.number} assessed: ${data.score}`
    case 'ReportTakenIn':
      return `Verified ${data.kind} report taken in`
    default:
      return title
  }
}

const timerTitle = (kind: string): string =>
  Object.hasOwn(timerKinds, kind) ? timerKinds[kind as TimerName].title.toLowerCase() : kind

const isGate = (value: unknown): value is Gate => Object.hasOwn(gateTitles, String(value))
