import type { Actor } from '@/lib/platform/actor'
import { system } from '@/lib/platform/actor'
import { addDays, addMonths, dayOf, endOfDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { draftCallOff } from '@/lib/procurement/call-offs/draft-call-off'
import { awardCompetition } from '@/lib/procurement/competitions/award-competition'
import { inviteEvaluator } from '@/lib/procurement/competitions/change-evaluators'
import { closeDueOffers } from '@/lib/procurement/competitions/close-due-offers'
import { closeScoring } from '@/lib/procurement/competitions/close-scoring'
import type { Competition, Criteria, Element } from '@/lib/procurement/competitions/competition'
import { findCompetition, findScores } from '@/lib/procurement/competitions/competition-store'
import { criteriaOf } from '@/lib/procurement/competitions/criteria-rules'
import { declareInterests } from '@/lib/procurement/competitions/declare-interests'
import { editCriteria } from '@/lib/procurement/competitions/edit-criteria'
import { makeOffer } from '@/lib/procurement/competitions/make-offer'
import { openCompetition } from '@/lib/procurement/competitions/open-competition'
import { recordScores } from '@/lib/procurement/competitions/record-scores'
import { findProject } from '@/lib/procurement/projects/project-store'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { type Buyers, buyers, completedForm, declareAll, frozenProject } from './call-off'
import { type MadeModule, module } from './module'
import { person } from './person'

export const criteria = {
  priceAlone: { priceWeight: 100, elements: [] as Element[] },
  /** 60 for the price; features with one must, and implementation, half of the rest each. */
  mixed: {
    priceWeight: 60,
    elements: [
      {
        kind: 'features',
        weight: 50,
        features: [
          { id: 'must-1', text: 'It sends letters', level: 'must' },
          { id: 'should-1', text: 'It reads letters', level: 'should' },
        ],
      },
      { kind: 'implementation', weight: 50, text: 'Within three months' },
    ] as Element[],
  },
}

/** Modules that may compete: conformant, on the framework, no foundation capability. Yearly price a patient in 1/100,000 £. */
export const competitors = (...unitPrices: number[]): Promise<MadeModule[]> =>
  unitPrices.reduce<Promise<MadeModule[]>>(
    async (before, unitPrice, i) => [
      ...(await before),
      await module.conformant({ name: `Rival ${'ABCDEFGH'[i]}`, capabilities: ['C1'], unitPrice: String(unitPrice) }),
    ],
    Promise.resolve([]),
  )

export type Held = { of: Buyers; projectId: string; id: string; modules: MadeModule[]; signatories: Actor[] }
const projectOf = async ({ projectId }: { projectId: string }) => (await findProject(db, projectId))!
export const competitionOf = async ({ id }: Pick<Held, 'id'>): Promise<Competition> =>
  (await findCompetition(db, { id }))!
export const entryOf = async (held: Held, i: number) =>
  (await projectOf(held)).entries.find((e) => e.moduleId === held.modules[i]!.moduleId)!

/** The last day for offers that the factory sets: three weeks on. */
export const deadlineDay = (of: Buyers) => addDays(dayOf(of.at), 21)
export const afterDeadline = (of: Buyers): Date => endOfDay(deadlineDay(of))

/** A competition of these modules, open for offers. */
export async function openedCompetition(
  of: Buyers,
  modules: MadeModule[],
  how: Criteria = criteria.mixed,
  capabilityIds: string[] = [],
): Promise<Held> {
  const startsOn = `${addMonths(dayOf(of.at), 3).slice(0, 7)}-01`
  const projectId = await frozenProject(of, modules, { route: 'competition', startsOn, capabilityIds })
  await declareAll(projectId, of.at)
  const ctx = contextOf(of.manager, of.at)
  await value(editCriteria(ctx, { projectId, version: 3, ...how }))
  const entrants = (await projectOf({ projectId })).entries.map(({ id }) => id)
  const { id } = await value(
    openCompetition(ctx, { projectId, version: 4, deadline: deadlineDay(of), entrants, exclusions: {} }),
  )
  const signatories: Actor[] = []
  for (const { supplierId } of modules) signatories.push(await person.signatory(supplierId))
  return { of, projectId, id, modules, signatories }
}

/** The input of an offer of one supplier at this price a patient, in pounds as typed. */
export async function offerInputOf(held: Held, i: number, pounds: string, number = 0) {
  const entry = await entryOf(held, i)
  const validUntil = addDays(deadlineDay(held.of), 90)
  return { competitionId: held.id, entryId: entry.id, number, validUntil, typed: { 'price-0-0': pounds } }
}
export const offered = async (held: Held, i: number, pounds: string, number = 0) =>
  value(makeOffer(contextOf(held.signatories[i]!, held.of.at), await offerInputOf(held, i, pounds, number)))

/** The clock reaches the deadline. */
export const closedOffers = ({ of }: Held) => closeDueOffers(contextOf(system, afterDeadline(of)))

/** Somebody who was asked and has no conflict. */
export async function evaluator(held: Held, who: Actor, conflict: 'yes' | 'no' = 'no'): Promise<Actor> {
  const { of, id } = held
  await value(inviteEvaluator(contextOf(of.manager, of.at), { competitionId: id, personId: who.userId }))
  await value(
    declareInterests(contextOf(who, of.at), { competitionId: id, conflict, statement: 'None that I know of' }),
  )
  return who
}

/** Scores of everything on a sheet: `scores[i]` are the elements of module i in order; a must is met unless it is in `unmet`. */
export async function scored(
  held: Held,
  who: Actor,
  sheet: 'own' | 'agreed',
  scores: number[][],
  unmet: number[] = [],
) {
  const competition = await competitionOf(held)
  const evaluatorId = competition.evaluators.find((e) => e.personId === who.userId)!.id
  for (let i = 0; i < held.modules.length; i++) {
    const { id: entryId } = await entryOf(held, i)
    const before = (await findScores(db, held.id)).filter(
      (s) => s.entryId === entryId && s.sheet === (sheet === 'own' ? evaluatorId : 'agreed'),
    )
    let at = 0
    const given = criteriaOf(competition).map((c) => [
      c.id,
      { value: c.kind === 'must' ? (unmet.includes(i) ? 0 : 1) : scores[i]![at++]!, reason: `Because of ${c.id}` },
    ])
    await value(
      recordScores(contextOf(who, afterDeadline(held.of)), {
        competitionId: held.id,
        entryId,
        sheet,
        seen: before.length,
        scores: Object.fromEntries(given),
      }),
    )
  }
}

/** Offers closed, one evaluator, agreed scores, scoring closed. */
export async function scoredCompetition(held: Held, scores: number[][] = [], unmet: number[] = []): Promise<Held> {
  const { of, projectId } = held
  await closedOffers(held)
  if ((await competitionOf(held)).elements.length > 0) {
    const who = await evaluator(held, await person.partner(of.practice.id))
    await scored(held, who, 'own', scores, unmet)
    await scored(held, who, 'agreed', scores, unmet)
  }
  const { version } = await projectOf(held)
  await value(closeScoring(contextOf(of.manager, afterDeadline(of)), { projectId, version }))
  return held
}

/** The order of a competition that the first of two modules won at this price in pounds a patient and year, complete. */
export async function orderWonAt(pounds: string, at: Date) {
  const of = await buyers(at)
  const held = await openedCompetition(of, await competitors(900_000, 900_000), criteria.priceAlone)
  await offered(held, 0, pounds)
  await scoredCompetition(held)
  const later = { ...of, at: afterDeadline(of) }
  const ctx = contextOf(of.manager, later.at)
  const winnerId = (await entryOf(held, 0)).id
  const { version } = await projectOf(held)
  const reason = 'It has the greatest total of all that were scored.'
  await value(awardCompetition(ctx, { projectId: held.projectId, version, winnerId, reason }))
  const { id } = await value(draftCallOff(ctx, { projectId: held.projectId }))
  await completedForm(later, id)
  return { of: later, id, ctx, signatory: held.signatories[0]! }
}
