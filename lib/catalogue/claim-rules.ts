import type { CapabilityClaim } from './listing'
import type { EpicName } from './module-view'

export type Claimed = 'met' | 'not met' | 'not claimed'
export type Assessed = 'met' | 'failed' | 'not assessed'
export type EpicLine = EpicName & { claimed: Claimed; assessed: Assessed }

/** What the supplier says of one epic. Silence is no claim. */
export function claimedOf({ epicIds, notMetEpicIds = [] }: CapabilityClaim, epicId: string): Claimed {
  if (epicIds.includes(epicId)) return 'met'
  return notMetEpicIds.includes(epicId) ? 'not met' : 'not claimed'
}

/**
 * The epics of a claim, MUST before MAY, claimed beside assessed. Assessors find whole capabilities: an epic counts as met
 * where the capability was found met and the epic is claimed; of a failed capability no single epic is known to have failed.
 * An inactive epic is shown to those who claimed it before, marked (CAP-2).
 */
export function epicLines(claim: CapabilityClaim, epics: EpicName[], capability: Assessed): EpicLine[] {
  return epics
    .map((epic): EpicLine => {
      const claimed = claimedOf(claim, epic.id)
      return { ...epic, claimed, assessed: capability === 'met' && claimed === 'met' ? 'met' : 'not assessed' }
    })
    .filter((line) => line.active || line.claimed !== 'not claimed')
}

export type Coverage = { words: string; fullyMet: boolean }

/** CAP-2: fully met only where some active epic must be met and all of these were assessed met; otherwise how far it is. */
export function coverageOf(lines: EpicLine[]): Coverage {
  const active = lines.filter((line) => line.active)
  if (active.length === 0) return { words: 'Nothing to assess', fullyMet: false }
  const must = active.filter((line) => line.level === 'MUST')
  const [asked, level] = must.length > 0 ? [must, 'MUST'] : [active, 'MAY']
  const claimed = asked.filter((line) => line.claimed === 'met').length
  const assessed = asked.filter((line) => line.assessed === 'met').length
  if (must.length > 0 && assessed === must.length) return { words: 'Fully met', fullyMet: true }
  return { words: `${claimed} of ${asked.length} ${level} claimed, ${assessed} assessed`, fullyMet: false }
}

/** An epic's id and name; those that the reference does not name have only the id. */
export const epicWords = ({ id, name }: Pick<EpicName, 'id' | 'name'>): string => (name === id ? id : `${id} ${name}`)
