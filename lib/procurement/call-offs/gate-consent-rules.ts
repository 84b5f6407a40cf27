import type { Gate } from '@/lib/assurance/gate-rules'
import { type Day, dayWords } from '@/lib/platform/days'
import type { GateConsent } from './gate-consent'

/** The acts at which the gate is asked. A submitted order may still wait for the commissioner's word; nothing later may. */
export type GateStep = 'submit' | 'approval' | 'issue' | 'signature'

type Asked = { gate: Gate; because: string[]; pausedUntil: Day | null }
type Given = Pick<GateConsent, 'kind' | 'items'>

/** The gate's reasons to which nobody has said yes in the form that the gate asks for (assurance §5, item by item). */
export function pointsWithoutConsent({ gate, because }: Pick<Asked, 'gate' | 'because'>, given: Given[]): string[] {
  if (gate !== 'ACKNOWLEDGE' && gate !== 'WRITTEN_ACCEPTANCE') return []
  const counted = given.filter((consent) => gate === 'ACKNOWLEDGE' || consent.kind === 'accepted')
  return because.filter((item) => !counted.some((consent) => consent.items.includes(item)))
}

/**
 * What stands against this act of an order now, in words; undefined where nothing does. REFUSED and HELD stop everything;
 * an accepted remediation plan lets orders rest for 14 days; open points need their consent first (KO-01, assurance §9).
 */
export function againstAct(asked: Asked & { label: string }, given: Given[], step: GateStep): string | undefined {
  const { gate, because, pausedUntil } = asked
  if (gate === 'REFUSED' || gate === 'HELD') return `may not be bought now (${asked.label}). ${because.join('. ')}`
  if (pausedUntil && step !== 'submit')
    return `is under remediation: orders rest up to and including ${dayWords(pausedUntil)}`
  if (gate === 'WRITTEN_ACCEPTANCE' && step === 'submit') return undefined
  const open = pointsWithoutConsent(asked, given)
  if (open.length === 0) return undefined
  return gate === 'ACKNOWLEDGE'
    ? `has open points. Take note of each first: ${open.join('. ')}`
    : `is under remediation. A funding approver of the payer must accept that in writing first: ${open.join('. ')}`
}
