import type { HazardFact } from '../switch-facts'

/** HZ-01: the score from which a hazard blocks G7 and G10. */
export const blockingScore = 15

/** Likelihood × severity, 1 to 25; undefined after the controls while nobody has assessed it. */
export const scoreBefore = (h: Pick<HazardFact, 'likelihoodBefore' | 'severityBefore'>): number =>
  h.likelihoodBefore * h.severityBefore
export const scoreAfter = (h: Pick<HazardFact, 'likelihoodAfter' | 'severityAfter'>): number | undefined =>
  h.likelihoodAfter === null || h.severityAfter === null ? undefined : h.likelihoodAfter * h.severityAfter

export const highHazards = (hazards: HazardFact[]): HazardFact[] =>
  hazards.filter((h) => (scoreAfter(h) ?? 0) >= blockingScore)
