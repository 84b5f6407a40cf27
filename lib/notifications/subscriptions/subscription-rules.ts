import { addDays, type Day } from '@/lib/platform/days'
import type { LabelChange, Rhythm, Subscription } from './subscription'

type Asked = Pick<Subscription, 'kind' | 'subjectId'>
type Of = Pick<LabelChange, 'moduleId' | 'supplierId' | 'capabilityIds' | 'standardIds'>

/** Whether a change is what somebody asked to hear of (NT-01). */
export function isAbout({ kind, subjectId }: Asked, change: Of): boolean {
  if (kind === 'module') return change.moduleId === subjectId
  if (kind === 'supplier') return change.supplierId === subjectId
  return (kind === 'standard' ? change.standardIds : change.capabilityIds).includes(subjectId)
}

/** Whether a digest is due: daily on another day than the last, weekly on the seventh day after it. At once has none. */
export function isDigestDue(rhythm: Rhythm, toldOn: Day, today: Day): boolean {
  if (rhythm === 'at-once') return false
  return addDays(toldOn, rhythm === 'daily' ? 1 : 7) <= today
}

/**
 * Labels that contract holders always hear of, whether they asked or not: remediation and worse (NT-01). Remediation, suspension
 * and removal are not among them here: the case that each opens tells of them, and must be acknowledged.
 */
export const isForHolders = (kind: string): boolean => kind === 'not-conformant'
