import { highHazards } from '../hazards/hazard-rules'
import { currentRuns } from '../run-rules'
import { between } from '../switch'
import { type FullFacts, numberIn, stated } from '../switch-facts'
import { trialLines as firstStageTrialLines, manifestLines, runLine } from './first-stage-rules'
import { line, type Predicate } from './predicate'
import { readOf } from './stated-lines'

/** G6: both manifests are signed, and a verified trial run stands for them. */
export const checkLines = (facts: FullFacts): Predicate[] => [...manifestLines(facts), runLine(facts)]

/** G7: whether the data of the trial load can be accepted. */
export function acceptLines(facts: FullFacts): Predicate[] {
  const [harm, accepted, reproduced] = firstStageTrialLines(facts) as [Predicate, Predicate, Predicate]
  return [
    harm,
    accepted,
    coverLine(facts),
    sampleLine(facts),
    reproduced,
    partsLine(facts, 'G7.6'),
    hazardLine(facts, 'G7.7'),
  ]
}

function coverLine(facts: FullFacts): Predicate {
  const runs = currentRuns(facts, 'trial')
  return line(
    {
      id: 'G7.3',
      sentence: 'The codes of the extract are known on the new system (C10)',
      owner: 'Gaining supplier',
      read: runs.map((r) => [r.id, r.codesCovered]),
    },
    runs.length > 0 && runs.every((r) => r.codesCovered === true),
    runs.length === 0
      ? 'There is no verified trial run for the manifests that are signed now'
      : runs.some((r) => r.codesCovered === false)
        ? 'Codes are missing on the new system (C10)'
        : 'The run did not check the codes (C10)',
  )
}

function sampleLine(facts: FullFacts): Predicate {
  const fact = stated(facts, 'sample-checks')
  const samples = numberIn(fact, 'samples') ?? 0
  const since = Math.max(0, ...currentRuns(facts, 'trial').map((r) => r.takenInAt.getTime()))
  const fresh = fact !== undefined && fact.statedAt.getTime() >= since
  return line(
    {
      id: 'G7.4',
      sentence: 'Sample checks of this load are recorded',
      owner: 'Clinical lead',
      read: readOf(facts, 'sample-checks'),
    },
    samples > 0 && fresh && numberIn(fact, 'faults') === 0,
    samples === 0
      ? 'No sample checks are recorded'
      : fresh
        ? `${numberIn(fact, 'faults')} samples have a fault`
        : 'The samples were looked at before the run that counts now',
  )
}

/** A switch waits for its parts: none of them may stand at an earlier place on the way, and a held one stands where it was. */
export function partsLine(facts: FullFacts, id: string): Predicate {
  const place = (state: string | null) => between('draft', 'closed').indexOf(state as never)
  const behind = facts.parts.filter((part) => {
    if (part.state === 'cancelled') return false
    const state = part.stateBefore ?? part.state
    return part.stateBefore !== null || place(state) < place(facts.state)
  })
  return line(
    {
      id,
      sentence: 'The parts that are switched beside it have come as far',
      owner: 'Practice manager',
      read: facts.parts.map((p) => [p.id, p.state]),
    },
    behind.length === 0,
    `Behind: ${behind.map((p) => p.part).join(', ')}`,
  )
}

/** HZ-01: a hazard that scores 15 or more after its controls, or that nobody has assessed, blocks G7 and G10. */
export function hazardLine({ hazards }: FullFacts, id: string): Predicate {
  const open = hazards.filter((h) => h.likelihoodAfter === null)
  const high = highHazards(hazards)
  return line(
    {
      id,
      sentence: 'Every hazard is assessed, and none scores 15 or more after its controls',
      owner: 'Clinical safety officer',
      read: hazards.map((h) => [h.number, h.likelihoodAfter, h.severityAfter]),
    },
    hazards.length > 0 && open.length === 0 && high.length === 0,
    hazards.length === 0
      ? 'The hazard log is empty'
      : high.length > 0
        ? `15 or more: ${high.map((h) => h.number).join(', ')}`
        : `Not assessed: ${open.map((h) => h.number).join(', ')}`,
  )
}
