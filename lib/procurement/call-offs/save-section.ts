import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { pick } from '@/lib/platform/pick'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { CallOff } from './call-off'
import { mayPrepareCallOff } from './call-off-policy'
import { withValue } from './call-off-rules'
import type { SectionInput } from './call-off-schema'
import { moveCallOff, saveSites } from './call-off-store'
import { orderSectionOf } from './form/call-off-journey'
import type { OrderChange } from './form/order-section'
import { codesIn } from './form/practice-sections'
import { getCallOff } from './get-call-off'
import { getOrderFacts } from './get-order-facts'
import { derivedFields, revised } from './revise-call-off'

/** Saves one section of a draft; value, hash and consents follow. What could not be ordered is refused at its field. */
export function saveSection(
  ctx: Context,
  { section: slug, raw, ...input }: SectionInput,
): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const callOff = await getCallOff(ctx.actor, input.id, tx)
    const section = orderSectionOf(slug)
    if (!callOff || !section) return refuse({ kind: 'not-found' })
    const decision = mayPrepareCallOff(ctx.actor, callOff)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (callOff.state !== 'draft')
      return refuse({ kind: 'wrong-state', state: callOff.state, command: 'save a section' })
    const facts = await getOrderFacts(tx, ctx, callOff, slug === 'practices' ? codesIn(raw) : [])
    if (!facts.ok) return facts
    const read = section.read(raw, callOff, facts.value)
    if (!read.ok) return read
    const changed = read.value.reviewed
      ? { ...callOff, reviewedHash: callOff.termsHash }
      : withValue({ ...revisedFor(callOff, read.value), termsFormat: 2 })
    if (!changed)
      return refuse({
        kind: 'conflict',
        because: 'The order cannot be priced: a price depends on use that nobody has stated',
      })
    return writeTerms(tx, ctx, { ...input, state: callOff.state }, slug, changed)
  })
}

/** The order with the change in it; a text that was sent becomes the next revision only if something differs. */
function revisedFor(callOff: CallOff, { form, ...change }: OrderChange): CallOff {
  const { reviewed: _, ...terms } = change
  const next = { ...callOff, ...terms, form: { ...callOff.form, ...form } }
  return withValue(next)?.termsHash === callOff.termsHash ? next : { ...next, number: revised(callOff).number }
}

/** Writes changed terms of an order at a version, with what follows from them and the event; `slug` says what was changed. */
export async function writeTerms(
  tx: Tx,
  ctx: Context,
  { id, version, state }: Pick<CallOff, 'id' | 'version' | 'state'>,
  slug: string,
  changed: CallOff,
): Promise<Result<{ id: string }>> {
  const fields = [
    'payerId',
    'startsOn',
    'termMonths',
    'optionMonths',
    'noticeDays',
    'lines',
    'form',
    'reviewedHash',
    'termsFormat',
    'sharedAt',
  ] as const
  if (!(await moveCallOff(tx, id, version, pick(changed, [...fields, ...derivedFields]))))
    return refuse({ kind: 'stale' })
  await saveSites(tx, id, changed.sites)
  const { termsHash, totalPence } = changed
  await record(tx, ctx, {
    name: slug === 'review' ? 'CallOffReviewed' : 'CallOffTermsSaved',
    about: { type: 'CallOff', id },
    from: state,
    to: state,
    data: { section: slug, termsHash, totalPence },
  })
  return ok({ id })
}
