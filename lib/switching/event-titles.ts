import { eventWords } from '@/lib/audit/event-words'
import { type Gate, gateTitles } from './gate-rules'
import { isSwitchRole, roleInSentence, type SwitchRole } from './switch'

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
    case 'ReportTakenIn':
      return `Verified ${data.kind} report taken in`
    default:
      return title
  }
}

const isGate = (value: unknown): value is Gate => Object.hasOwn(gateTitles, String(value))
