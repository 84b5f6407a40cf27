import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayWords } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { FrozenEntry, Project } from '../projects/project'
import type { Competition, Offer } from './competition'
import { mayOffer, ownEntrants } from './competition-policy'
import type { OfferInput, WithdrawInput } from './competition-schema'
import { findCompetition, findOffers, holdCompetition, insertOffer } from './competition-store'
import { loadCompetition } from './get-competition'
import { offeredPrices, offerMustHoldUntil, offerOf, offerSha256, valueOfOffer } from './offer-rules'

type Answer = Promise<Result<{ id: string }>>

/** A sealed offer for one's own entry, or another in its place, until the deadline (COM-4). */
export function makeOffer(ctx: Context, input: OfferInput): Answer {
  return transaction(async (tx) => {
    const loaded = await loadOffer(tx, ctx, input)
    if (!loaded.ok) return loaded
    const { competition, project, entry, number, event } = loaded.value
    const least = offerMustHoldUntil(competition.deadlineAt!, competition.offerDays!)
    if (input.validUntil < least)
      return invalidField('validUntil', `The offer must hold until ${dayWords(least)} at least`)
    const offered = offeredPrices(entry.prices, input.typed)
    if ('fields' in offered) return refuse({ kind: 'invalid', fields: offered.fields })
    const value = valueOfOffer(offered.prices, project)
    const sealed = { entryId: entry.id, prices: offered.prices, validUntil: input.validUntil }
    const money = { yearlyPence: value?.yearlyPence ?? null, termPence: value?.totalPence ?? null }
    return seal(tx, ctx, competition, event, {
      ...sealed,
      ...money,
      number,
      kind: 'offer',
      sha256: offerSha256(sealed),
    })
  })
}

/** Takes an offer back before the deadline: then the list price counts, unless another is made. */
export function withdrawOffer(ctx: Context, input: WithdrawInput): Answer {
  return transaction(async (tx) => {
    const loaded = await loadOffer(tx, ctx, input)
    if (!loaded.ok) return loaded
    const { competition, entry, number, offers } = loaded.value
    if (!offerOf(offers, entry.id)) return refuse({ kind: 'conflict', because: 'There is no offer to take back' })
    const nothing = { entryId: entry.id, prices: [], validUntil: null }
    const withdrawal = { ...nothing, yearlyPence: null, termPence: null, number, kind: 'withdrawal' as const }
    return seal(tx, ctx, competition, 'OfferWithdrawn', { ...withdrawal, sha256: offerSha256(nothing) })
  })
}

type Loaded = {
  competition: Competition
  project: Project
  entry: FrozenEntry
  number: number
  offers: Offer[]
  event: string
}

async function loadOffer(tx: Tx, ctx: Context, input: WithdrawInput): Promise<Result<Loaded>> {
  const loaded = await loadCompetition(tx, ctx.actor, input.competitionId, 'offer')
  if (!loaded.ok) return loaded
  const { competition: seen, project, event } = loaded.value
  const entrant = ownEntrants(ctx.actor, seen).find(({ entryId }) => entryId === input.entryId)
  const entry = entrant && project.entries.find(({ id }) => id === entrant.entryId)
  if (!entry) return refuse({ kind: 'not-found' })
  const decision = mayOffer(ctx.actor, entrant.supplierId)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  // The clock closes offers under the other lock of this row: whoever comes second sees what the first has done.
  await holdCompetition(tx, seen.id)
  const competition = (await findCompetition(tx, { id: seen.id }))!
  if (competition.offersClosedAt !== null || ctx.now >= competition.deadlineAt!)
    return refuse({ kind: 'conflict', because: 'The time for offers is over' })
  const offers = await findOffers(tx, competition.id, [entry.id])
  if ((offers.at(-1)?.number ?? 0) !== input.number) return refuse({ kind: 'stale' })
  return ok({ competition, project, entry, number: input.number + 1, offers, event })
}

type Sealed = Omit<Offer, 'id' | 'submittedById' | 'submittedAt'>

async function seal(tx: Tx, ctx: Context, competition: Competition, event: string, offer: Sealed): Answer {
  const by = { submittedById: ctx.actor.userId, submittedAt: ctx.now }
  if (!(await insertOffer(tx, competition.id, { ...offer, ...by }))) return refuse({ kind: 'stale' })
  // The supplier's own chain: the buyer's history would tell who has offered while offers are sealed (A7).
  await record(tx, ctx, {
    name: event,
    about: { type: 'CompetitionEntrant', id: offer.entryId },
    from: 'competing',
    to: 'competing',
    organisationId: competition.entrants.find(({ entryId }) => entryId === offer.entryId)!.supplierId,
    data: { competitionId: competition.id, number: offer.number, sha256: offer.sha256 },
  })
  return ok({ id: competition.id })
}
