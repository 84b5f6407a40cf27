import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import type { CallOff, CallOffState } from '../call-off'
import type { Milestone } from '../form/order-form'
import type { OrderChange } from '../form/order-section'
import type { FieldValue, ProposedField } from './proposal'

type Terms = Pick<CallOff, 'sites' | 'form' | 'noticeDays'>

const isSame = (a: FieldValue | undefined, b: FieldValue | undefined): boolean =>
  JSON.stringify(sorted(a ?? null)) === JSON.stringify(sorted(b ?? null))
const sorted = (value: FieldValue) => (isMilestone(value) ? [value.name, value.trigger] : value)
const isMilestone = (value: FieldValue): value is Milestone => typeof value === 'object' && value !== null

/** Everything in which a changed order differs, field by field (T8, T10, T11). */
export function fieldsThatDiffer(order: Terms, { form = {}, ...change }: OrderChange): ProposedField[] {
  const next = { ...order, ...change, form: { ...order.form, ...form } }
  const [now, then] = [fieldsOf(order), fieldsOf(next)]
  const names = [...new Set([...Object.keys(now), ...Object.keys(then)])]
  const plain = names.map((field) => ({ field, before: now[field] ?? null, after: then[field] ?? null }))
  return [...plain, ...milestonesThatDiffer(order.form.milestones ?? [], next.form.milestones ?? [])].filter(
    ({ before, after }) => !isSame(before, after),
  )
}

function fieldsOf({ sites, form, noticeDays }: Terms): Record<string, FieldValue> {
  return {
    ...Object.fromEntries(sites.map(({ practiceId, deliverOn }) => [`deliver-on/${practiceId}`, deliverOn])),
    'notice-days': noticeDays,
    'exit-charge': form.data?.exitChargePence ?? null,
    'return-format': form.data?.returnFormat || null,
  }
}

/** What is gone and what is new, paired in their order: a pair is a changed milestone. */
function milestonesThatDiffer(before: Milestone[], after: Milestone[]): ProposedField[] {
  const gone = before.filter((one) => !after.some((other) => isSame(one, other)))
  const added = after.filter((one) => !before.some((other) => isSame(one, other)))
  return Array.from({ length: Math.max(gone.length, added.length) }, (_, i) => ({
    field: `milestone/${(gone[i] ?? added[i])!.name}`,
    before: gone[i] ?? null,
    after: added[i] ?? null,
  }))
}

/** The order with one proposal in it; undefined where the field is no longer what it was when it was proposed. */
export function withProposal<T extends Terms>(order: T, { field, before, after }: ProposedField): T | undefined {
  if (field.startsWith('milestone/')) return withMilestone(order, before as Milestone | null, after as Milestone | null)
  const now = fieldsOf(order)[field]
  if (now === undefined || !(isSame(now, before) || isSame(now, after))) return undefined
  if (field === 'notice-days') return { ...order, noticeDays: Number(after) }
  if (field.startsWith('deliver-on/')) {
    const sites = order.sites.map((site) =>
      field === `deliver-on/${site.practiceId}` ? { ...site, deliverOn: String(after) } : site,
    )
    return { ...order, sites }
  }
  const { scheduleSha256 = '', exitChargePence = '0', returnFormat = '' } = order.form.data ?? {}
  const held = { scheduleSha256, exitChargePence, returnFormat }
  const data = { ...held, [field === 'exit-charge' ? 'exitChargePence' : 'returnFormat']: String(after) }
  return { ...order, form: { ...order.form, data } }
}

function withMilestone<T extends Terms>(order: T, before: Milestone | null, after: Milestone | null): T | undefined {
  const held = order.form.milestones ?? []
  if (before && !held.some((one) => isSame(one, before))) return undefined
  const kept = held.flatMap((one) => (before && isSame(one, before) ? (after ?? []) : one))
  return { ...order, form: { ...order.form, milestones: before || !after ? kept : [...kept, after] } }
}

/** What a field is called; `name` gives a practice its name. */
export function fieldWords(field: string, name: (practiceId: string) => string): string {
  const [kind, rest = ''] = [field.split('/')[0]!, field.slice(field.indexOf('/') + 1)]
  if (kind === 'deliver-on') return `Delivery to ${name(rest)}`
  if (kind === 'milestone') return `Milestone: ${rest}`
  return { 'notice-days': 'Notice', 'exit-charge': 'Charge for the exit' }[kind] ?? 'Data comes back as'
}

export function valueWords(field: string, value: FieldValue): string {
  if (value === null) return field.startsWith('milestone/') ? 'No such milestone' : 'Not stated'
  if (isMilestone(value)) return `${value.name}: ${value.trigger}`
  if (field.startsWith('deliver-on/')) return dayWords(String(value))
  if (field === 'notice-days') return `${value} days`
  return field === 'exit-charge' ? poundsWords(BigInt(value)) : String(value)
}

/** Who has the next move of an order that is not signed yet, in words for both sides. */
export function nextMove(state: CallOffState, open: number): string {
  if (open > 0) return `The practice: it answers ${open === 1 ? 'one proposal' : `${open} proposals`} of the supplier.`
  if (state === 'draft') return 'The practice: it completes the order. The supplier may propose.'
  if (state === 'awaiting-funding') return 'The payer: it decides on the money.'
  if (state === 'funded') return 'The practice: it sends the order for signature.'
  return state === 'standstill' ? 'Nobody before the standstill is over.' : 'Payer and supplier: they sign.'
}
