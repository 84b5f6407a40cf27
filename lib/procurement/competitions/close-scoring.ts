import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { loadProject } from '../projects/load-project'
import type { Project } from '../projects/project'
import { moveProject } from '../projects/project-store'
import { agreedSheet, type Competition, scoring } from './competition'
import type { CloseScoringInput } from './competition-schema'
import { findCompetition, findScores, markScoresOpened } from './competition-store'
import { criteriaOf } from './criteria-rules'
import { type Missing, missingToClose } from './sheet-rules'

/** Ends the scoring where nothing is missing (COM-5, D3 of the defects); from now on offers and scores are open to the buyer. */
export function closeScoring(ctx: Context, input: CloseScoringInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const loaded = await loadProject(tx, ctx, input.projectId, 'close-scoring')
    if (!loaded.ok) return loaded
    const { project, move } = loaded.value
    const found = await findCompetition(tx, { projectId: project.id })
    if (!found) return refuse({ kind: 'not-found' })
    if (found.offersClosedAt === null)
      return refuse({ kind: 'conflict', because: 'The suppliers still have time for their offers' })
    if (!(await moveProject(tx, project.id, input.version, { state: move.to }))) return refuse({ kind: 'stale' })
    // Scores are given under the other lock of this row: none comes after they were counted.
    if (!(await markScoresOpened(tx, found.id, ctx.now))) return refuse({ kind: 'stale' })
    const competition = (await findCompetition(tx, { id: found.id }))!
    if (criteriaOf(competition).length > 0 && scoring(competition.evaluators).length === 0)
      return refuse({
        kind: 'conflict',
        because: 'Nobody scores yet: ask at least one person who has no conflict of interests',
      })
    const missing = missingToClose(competition, await findScores(tx, competition.id))
    if (missing.length > 0)
      return refuse({ kind: 'conflict', because: await wordsOf(tx, project, competition, missing) })
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Project', id: project.id },
      from: project.state,
      to: move.to,
      organisationId: project.organisationId,
      data: { competitionId: competition.id },
    })
    return ok({ id: competition.id })
  })
}

/** The first of what is missing by name, and how much more there is. */
async function wordsOf(tx: Tx, project: Project, { evaluators }: Competition, missing: Missing[]): Promise<string> {
  const [first] = missing
  const personId = evaluators.find(({ id }) => id === first!.sheet)?.personId
  const who =
    first!.sheet === agreedSheet ? 'The agreed score' : `The score of ${(await listNames(tx, [personId]))(personId!)}`
  const module = project.entries.find(({ id }) => id === first!.entryId)?.moduleName
  const more = missing.length > 1 ? `, and ${missing.length - 1} more` : ''
  return `${who} of ${module} for “${first!.criterion.words}” is missing${more}`
}
