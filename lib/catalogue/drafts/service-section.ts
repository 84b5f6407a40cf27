import type { z } from 'zod'
import { type AssociatedService, type Listing, type ServiceKind, serviceKindWords } from '../listing'
import { priceSchema } from '../prices/price-schema'
import { type Cells, optionsOf, orNotStated, type Rows, readRows, rowFields, rowValues, stated } from './cells'
import { type DraftSection, rawForm } from './draft-section'
import { pounds, units } from './price-sections'

const cells: Cells = {
  name: { label: 'Name', kind: 'text', max: 255, needed: true },
  kind: { label: 'Kind', kind: 'choice', options: orNotStated(optionsOf(serviceKindWords)) },
  what: { label: 'What is done', kind: 'area', max: 1000, needed: true },
  guidance: { label: 'What a buyer must know to order it', kind: 'area', max: 1000 },
  pounds: {
    label: 'Price in pounds, once for each practice',
    kind: 'text',
    max: 15,
    hint: 'Like 3,000; empty where you state none',
    pattern: { test: /^£?[\d,]{1,14}(\.\d{1,4})?$/, words: 'Enter a price in pounds, like 3,000' },
  },
  from: { label: 'Valid from', kind: 'day' },
}
const rows: Rows = { letter: 's', title: 'Service', most: 10, cells }
type Typed = {
  name: string
  kind: ServiceKind | null
  what: string
  guidance: string | null
  pounds: string | null
  from: string | null
}

/** P16: what the supplier does beside the module, each with one sum for each practice (PRC-7 for a merger and a split). */
export const services: DraftSection = {
  slug: 'services',
  code: 'P16',
  title: 'Associated services',
  needed: 'never',
  modulesOnly: true,
  fields: (listing) => rowFields(rows, listing.services.length),
  values: (listing) => rowValues(rows, listing.services.map(typedOf)),
  schema: rawForm.transform((form, ctx) => ({
    services: readRows(form, ctx, rows, (typed: Typed, prefix) => serviceOf(typed, prefix, ctx)),
  })),
  isDone: (listing: Listing) => listing.services.length > 0,
}

const typedOf = ({ name, kind, description, guidance, price }: AssociatedService) => ({
  name,
  kind,
  guidance,
  what: description,
  pounds: price && pounds(price.tiers[0]!.unitPrice),
  from: price?.validFrom ?? null,
})

function serviceOf(
  { name, what, kind, guidance, ...typed }: Typed,
  prefix: string,
  ctx: z.RefinementCtx,
): AssociatedService {
  const service = { name, description: what, ...stated({ kind, guidance }) }
  if (typed.pounds === null) return { ...service, price: null }
  const price = priceSchema.safeParse({
    id: `service-${prefix.slice(1)}`,
    basis: 'declarative',
    mode: 'Volume',
    period: 'none',
    per: 'practice',
    unit: 'practice',
    unitPlural: 'practices',
    definition: null,
    tiers: [{ from: '1', unitPrice: units(typed.pounds.replace(/[^\d.,]/g, '')) }],
    validFrom: typed.from ?? '',
  })
  if (!price.success)
    ctx.addIssue({ code: 'custom', path: [`${prefix}-from`], message: 'Enter a real date, like 2027-04-01' })
  return { ...service, price: price.success ? price.data : null }
}
