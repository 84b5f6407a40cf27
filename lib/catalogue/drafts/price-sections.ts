import { z } from 'zod'
import { unitPriceWords } from '@/lib/platform/money'
import type { AssociatedService } from '../listing'
import type { PriceJson } from '../prices/price'
import { priceSchema } from '../prices/price-schema'
import { asTyped, type DraftSection, linesOf, one, orNull, type Raw, type SectionField } from './draft-section'

const raw = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const most = { prices: 12, services: 10 }
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
  needed: true,
  fields: (listing) => blocks(listing.prices.length, most.prices, 'p').flatMap(priceFields),
  values: (listing) => Object.assign({}, ...listing.prices.map((price, i) => priceValues(`p${i}`, price))),
  schema: raw.transform((form, ctx) => ({
    prices: withOwnIds(blocks(most.prices, most.prices, 'p').flatMap((p) => readPrice(form, ctx, p))),
  })),
  isDone: (listing) => listing.prices.length > 0,
}

/** P16: what the supplier does beside the module, each with one sum for each practice. */
export const services: DraftSection = {
  slug: 'services',
  code: 'P16',
  title: 'Associated services',
  needed: false,
  fields: (listing) =>
    blocks(listing.services.length, most.services, 's').flatMap((s, i) => [
      { name: `${s}-name`, label: 'Name', kind: 'text', max: 255, group: `Service ${i + 1}` },
      { name: `${s}-what`, label: 'What is done', kind: 'area', max: 1000, group: `Service ${i + 1}` },
      {
        name: `${s}-pounds`,
        label: 'Price in pounds, once for each practice',
        kind: 'text',
        max: 15,
        group: `Service ${i + 1}`,
      },
      {
        name: `${s}-from`,
        label: 'Valid from',
        kind: 'day',
        group: `Service ${i + 1}`,
      },
    ]),
  values: (listing) =>
    Object.assign(
      {},
      ...listing.services.map((service, i) => ({
        [`s${i}-name`]: service.name,
        [`s${i}-what`]: service.description,
        [`s${i}-pounds`]: service.price ? pounds(service.price.tiers[0]!.unitPrice) : '',
        [`s${i}-from`]: service.price?.validFrom ?? '',
      })),
    ),
  schema: raw.transform((form, ctx) => ({
    services: blocks(most.services, most.services, 's').flatMap((s) => readService(form, ctx, s)),
  })),
  isDone: (listing) => listing.services.length > 0,
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

function readService(form: Raw, ctx: z.RefinementCtx, s: string): AssociatedService[] {
  const [name, what] = [one(form, `${s}-name`).trim(), asTyped(one(form, `${s}-what`)).trim()]
  const [amount, from] = [one(form, `${s}-pounds`).trim(), one(form, `${s}-from`).trim()]
  if (name === '' && what === '' && amount === '') return []
  const complain = (field: string, message: string) =>
    ctx.addIssue({ code: 'custom', path: [`${s}-${field}`], message })
  if (name === '' || name.length > 255) complain('name', 'Enter a name of up to 255 characters')
  if (what === '' || what.length > 1000) complain('what', 'Say in up to 1,000 characters what is done')
  if (amount === '') return [{ name, description: what, price: null }]
  if (!/^£?[\d,]{1,14}(\.\d{1,4})?$/.test(amount)) complain('pounds', 'Enter a price in pounds, like 3,000')
  const price = priceSchema.safeParse({
    id: `service-${s.slice(1)}`,
    basis: 'declarative',
    mode: 'Volume',
    period: 'none',
    per: 'practice',
    unit: 'practice',
    unitPlural: 'practices',
    definition: null,
    tiers: [{ from: '1', unitPrice: units(amount.replace(/[^\d.,]/g, '')) }],
    validFrom: from,
  })
  if (!price.success) complain('from', 'Enter a real date, like 2027-04-01')
  return price.success ? [{ name, description: what, price: price.data }] : []
}

/** Pounds as typed to 1/100,000 of a pound, as a string of digits. */
function units(text: string): string {
  const [whole, decimals = ''] = text.replaceAll(',', '').split('.')
  return (BigInt(whole || '0') * 100_000n + BigInt(decimals.slice(0, 5).padEnd(5, '0'))).toString()
}

const pounds = (unit: string): string => unitPriceWords(BigInt(unit)).replace(/[£,]/g, '')
