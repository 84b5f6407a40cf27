import 'server-only'
import type { Context } from '@/lib/platform/context'
import { changeSwitch } from '../change-switch'
import { conflict } from '../conflict'
import { isFull } from '../gate-rules'
import { statesOf } from '../switch-acts-rules'
import { mayState } from '../switch-policy'
import type { AddHazardInput, AssessHazardInput } from './hazard-schema'
import { insertHazard, saveAssessment } from './hazard-store'

/** SW-07. */
const mostHazards = 200

/** The safety officer says what is left of a hazard after its controls, and who owns them (HZ-01). */
export function assessHazard(ctx: Context, input: AssessHazardInput) {
  const { id, version, number, ...assessment } = input
  return changeSwitch(ctx, {
    id,
    version,
    step: { in: (of) => statesOf('assess-hazard', of), command: 'assess-hazard', event: 'HazardAssessed' },
    may: ({ of, facts }) => mayState(ctx.actor, of, facts.people, ['clinical-safety-officer']),
    write: async ({ tx, of }) => {
      const by = { changedById: ctx.actor.userId, changedAt: ctx.now }
      const saved = await saveAssessment(tx, { switchId: of.id, number, ...assessment, ...by })
      return saved ? undefined : conflict('The log has no such hazard')
    },
    eventData: { number, score: assessment.likelihoodAfter * assessment.severityAfter },
  })
}

/** A hazard of the safety officer's own, numbered after the last one. */
export function addHazard(ctx: Context, { title, likelihoodBefore, severityBefore, ...input }: AddHazardInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf('assess-hazard', of), command: 'add-hazard', event: 'HazardAdded' },
    may: ({ of, facts }) => mayState(ctx.actor, of, facts.people, ['clinical-safety-officer']),
    refuseWhen: ({ facts }) =>
      isFull(facts) && facts.hazards.length >= mostHazards
        ? conflict(`The log holds at most ${mostHazards} hazards`)
        : undefined,
    write: async ({ tx, of, facts }) => {
      const last = isFull(facts) ? Math.max(0, ...facts.hazards.map((h) => Number(h.number.slice(1)))) : 0
      const scores = { likelihoodBefore, severityBefore, likelihoodAfter: null, severityAfter: null }
      const by = { changedById: ctx.actor.userId, changedAt: ctx.now }
      const hazard = { number: `H${last + 1}`, title, ...scores, controls: '', owner: '', ...by }
      return (await insertHazard(tx, of.id, hazard)) ? undefined : conflict('Somebody added a hazard at this moment')
    },
  })
}
