import type { z } from 'zod'
import { unitPriceWords } from '@/lib/platform/money'
import { isService } from '../listing'
import type { PriceJson } from '../prices/price'
import { priceSchema } from '../prices/price-schema'
import { asTyped, type DraftSection, linesOf, one, orNull, type Raw, rawForm, type SectionField } from './draft-section'

const most = { prices: 12 }
const choice = (name: string, label: string, options: [string, string][], group: string): SectionField => ({
  name,
  label,
  kind: 'choice',
  group,
  options: options.map(([value, text]) => ({ value, text })),
})

/** P14: every list price; a block whose tiers are left empty is no price. */
export const prices: DraftSection = {
  slug: 'prices',
  code: 'P14',
  title: 'List prices',
  needed: 'always',
  fields: (listing) => blocks(listing.prices.length, most.prices, 'p').flatMap(priceFields),
  values: (listing) => Object.assign({}, ...listing.prices.map((price, i) => priceValues(`p${i}`, price))),
  schema: rawForm.transform((form, ctx) => ({
    prices: withOwnIds(blocks(most.prices, most.prices, 'p').flatMap((p) => readPrice(form, ctx, p))),
  })),
  isDone: (listing) => listing.prices.length > 0,
  faults: (next) =>
    Object.fromEntries(
      next.prices.flatMap((price, i) =>
        isService(next) && price.period !== 'none'
          ? [[`p${i}-period`, ['PRC-2: an associated service is paid once']]]
          : [],
      ),
    ),
}

/** A new price takes a number that no other has: an emptied block leaves its number to nobody. */
function withOwnIds(read: PriceJson[]): PriceJson[] {
  const free = read.map((_, i) => `price-${i}`).filter((id) => !read.some((price) => price.id === id))
  return read.map((price, i) =>
    read.findIndex(({ id }) => id === price.id) === i ? price : { ...price, id: free.shift() ?? price.id },
  )
}

/** Names of the blocks that are shown: those in use and one more. */
const blocks = (used: number, limit: number, letter: string): string[] =>
  Array.from({ length: Math.min(used + 1, limit) }, (_, i) => `${letter}${i}`)

function priceFields(p: string, i: number): SectionField[] {
  const group = `Price ${i + 1}`
  return [
    { name: `${p}-id`, label: 'Id', kind: 'hidden' },
    choice(
      `${p}-basis`,
      'Counted by',
      [
        ['patient', 'Patients on the list'],
        ['declarative', 'A number agreed beforehand'],
        ['on-demand', 'Recorded use'],
      ],
      group,
    ),
    choice(
      `${p}-mode`,
      'What a tier’s price is',
      [
        ['Volume', 'Every unit at the price of the tier reached'],
        ['Cumulative', 'Each unit at the price of its own tier'],
        ['SingleFixed', 'The whole sum'],
      ],
      group,
    ),
    choice(
      `${p}-period`,
      'Paid',
      [
        ['year', 'By year'],
        ['month', 'By month'],
        ['none', 'Once'],
      ],
      group,
    ),
    choice(
      `${p}-per`,
      'The number is given',
      [
        ['practice', 'For each practice'],
        ['order', 'Once for the order'],
      ],
      group,
    ),
    { name: `${p}-unit`, label: 'Unit', kind: 'text', max: 100, group },
    { name: `${p}-plural`, label: 'Units, in the plural', kind: 'text', max: 100, group },
    { name: `${p}-definition`, label: 'What the unit is', kind: 'area', max: 1000, group },
    {
      name: `${p}-tiers`,
      label: 'Tiers in pounds',
      kind: 'area',
      hint: 'One a line, from the quantity: 1: 1.26. Up to 7; leave this empty for no price',
      group,
    },
    { name: `${p}-from`, label: 'Valid from', kind: 'day', group },
  ]
}

const priceValues = (p: string, price: PriceJson): Raw => ({
  [`${p}-id`]: price.id,
  [`${p}-basis`]: price.basis,
  [`${p}-mode`]: price.mode,
  [`${p}-period`]: price.period,
  [`${p}-per`]: price.per,
  [`${p}-unit`]: price.unit,
  [`${p}-plural`]: price.unitPlural,
  [`${p}-definition`]: price.definition ?? '',
  [`${p}-tiers`]: price.tiers.map((t) => `${t.from}: ${pounds(t.unitPrice)}`).join('\n'),
  [`${p}-from`]: price.validFrom,
})

function readPrice(form: Raw, ctx: z.RefinementCtx, p: string): PriceJson[] {
  const lines = linesOf(one(form, `${p}-tiers`))
  if (lines.length === 0) return []
  const tiers = lines.map((line) => /^([\d,]{1,14}):\s*£?([\d,]{1,14}(?:\.\d{1,5})?)$/.exec(line))
  if (tiers.some((tier) => tier === null)) {
    ctx.addIssue({ code: 'custom', path: [`${p}-tiers`], message: 'Write each tier like 1: 1.26' })
    return []
  }
  const price = priceSchema.safeParse({
    id: one(form, `${p}-id`) || `price-${p.slice(1)}`,
    basis: one(form, `${p}-basis`),
    mode: one(form, `${p}-mode`),
    period: one(form, `${p}-period`),
    per: one(form, `${p}-per`),
    unit: one(form, `${p}-unit`).trim(),
    unitPlural: one(form, `${p}-plural`).trim(),
    definition: orNull(asTyped(one(form, `${p}-definition`))),
    tiers: tiers.map((tier) => ({ from: tier![1]!.replaceAll(',', ''), unitPrice: units(tier![2]!) })),
    validFrom: one(form, `${p}-from`).trim(),
  })
  if (price.success) return [price.data]
  for (const issue of price.error.issues) {
    const member = String(issue.path[0])
    const field = { unitPlural: 'plural', validFrom: 'from' }[member] ?? member
    const message = issue.code === 'too_small' ? 'Enter this' : issue.message
    ctx.addIssue({ code: 'custom', path: [`${p}-${field}`], message })
  }
  return []
}

/** Pounds as typed to 1/100,000 of a pound, as a string of digits. */
export function units(text: string): string {
  const [whole, decimals = ''] = text.replaceAll(',', '').split('.')
  return (BigInt(whole || '0') * 100_000n + BigInt(decimals.slice(0, 5).padEnd(5, '0'))).toString()
}

export const pounds = (unit: string): string => unitPriceWords(BigInt(unit)).replace(/[£,]/g, '')
