import 'server-only'
import { z } from 'zod'
import { type Actor, grantOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { type Day, dayFromDate, isDay } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { getPracticeByCode } from './get-organisation'
import { findRegistered } from './organisation-store'
import { isClosedOn } from './succession-rules'
import { findSuccessions, insertSuccession, type Succession } from './succession-store'

const code = z
  .string()
  .trim()
  .toUpperCase()
  .min(1, 'Enter the ODS code')
  .max(10, 'An ODS code has at most 10 characters')
export const successionInput = z.object({
  practice: code,
  successor: code,
  succeedsOn: z.string().refine(isDay, 'Enter the day as a date'),
  source: z.string().trim().min(5, 'Say where it is published').max(300, 'Source must be 300 characters or fewer'),
})
export type SuccessionInput = z.infer<typeof successionInput>

const mayRecordSuccession = (actor: Actor): Decision =>
  grantOf(actor, 'curator') ? allow : deny('Only a curator of the authority can enter what succeeds a practice')

/**
 * Another practice stands where one stood, from a day on: one successor each, never in a circle. What hangs on it (sites of
 * contracts) follows the event, on that day.
 */
export function recordSuccession(ctx: Context, input: SuccessionInput): Promise<Result<{ practiceId: string }>> {
  return transaction(async (tx) => {
    const decision = mayRecordSuccession(ctx.actor)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const [practice, successor] = [
      await getPracticeByCode(tx, input.practice),
      await getPracticeByCode(tx, input.successor),
    ]
    if (!practice) return invalidField('practice', `${input.practice} is not a practice that we know`)
    if (!successor) return invalidField('successor', `${input.successor} is not a practice that we know`)
    if ((await successorsFrom(tx, successor.id)).includes(practice.id) || practice.id === successor.id)
      return invalidField('successor', 'A practice cannot succeed itself, not even by way of others')
    const { succeedsOn, source } = input
    if (await isSuccessorClosed(tx, successor.id, succeedsOn))
      return invalidField('successor', `${successor.name} is closed itself on that day`)
    const row = { practiceId: practice.id, successorId: successor.id, succeedsOn, source }
    if (!(await insertSuccession(tx, { ...row, recordedById: ctx.actor.userId, recordedAt: ctx.now })))
      return refuse({ kind: 'conflict', because: `${practice.name} has a successor already` })
    await record(tx, ctx, {
      name: 'PracticeSucceeded',
      about: { type: 'Organisation', id: practice.id },
      organisationId: practice.id,
      data: { successorId: successor.id, succeedsOn },
    })
    return ok({ practiceId: practice.id })
  })
}

async function isSuccessorClosed(tx: Tx, id: string, on: Day): Promise<boolean> {
  const [row] = await findRegistered(tx, [id])
  return row !== undefined && isClosedOn({ ...row, closedOn: row.closedOn && dayFromDate(row.closedOn) }, on)
}

/** Who follows a practice, one after the other. */
async function successorsFrom(tx: Tx, practiceId: string): Promise<string[]> {
  const next = new Map((await findSuccessions(tx)).map((row) => [row.practiceId, row.successorId]))
  const line: string[] = []
  for (let at = next.get(practiceId); at && !line.includes(at); at = next.get(at)) line.push(at)
  return line
}

/** Successions that are in force on a day, or all that are known, for the rooms above. */
export const listSuccessions = (tx: Tx, until?: Day): Promise<Succession[]> => findSuccessions(tx, until)

/** All successions with names and codes (many practices bear one name), for the curator; empty for everybody else. */
export async function listSuccessionsForCurator(actor: Actor) {
  if (!mayRecordSuccession(actor).allowed) return []
  const rows = await findSuccessions(db)
  const registered = await findRegistered(db, [...new Set(rows.flatMap((row) => [row.practiceId, row.successorId]))])
  const known = new Map(registered.map(({ id, name, code }) => [id, `${name} (${code ?? 'no code'})`]))
  return rows.map((row) => ({
    ...row,
    practice: known.get(row.practiceId)!,
    successor: known.get(row.successorId)!,
  }))
}
