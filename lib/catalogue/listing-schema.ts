import { z } from 'zod'
import { type ApplicationText, applicationTexts, applicationTypes, browsers, speeds } from './application'
import { mostSubProcessors, processingTexts, subProcessorTexts } from './data-processing'
import {
  contradictionOf,
  type Dependency,
  dependenciesOf,
  mostDependencies,
  mostNote,
  relations,
} from './dependencies/dependency'
import { hostings, isService, type Listing, products, serviceKinds } from './listing'
import { priceSchema } from './prices/price-schema'
import { mostOf, serviceTypes, weekdays } from './service-levels'

const text = (max: number) => z.string().trim().min(1).max(max)
const maybe = (max: number) => text(max).nullable()
/** Asked later than the first texts were published: may be absent, and is never filled in (a default would change their hash). */
const later = (max: number) => maybe(max).optional()
const link = z.url({ protocol: /^https$/ }).max(1000)
const email = z.email().max(256)
const capabilityId = z.string().regex(/^C\d{1,2}$/)
const version = z.string().regex(/^\d{1,4}(\.\d{1,4}){0,2}$/)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const service = z
  .object({
    name: text(255),
    description: text(1000),
    price: priceSchema.nullable(),
    kind: z.enum(serviceKinds).nullable().optional(),
    guidance: later(1000),
  })
  .refine(
    ({ kind, price }) =>
      (kind !== 'merger' && kind !== 'split') ||
      price === null ||
      (price.basis === 'declarative' && price.per === 'practice' && price.mode === 'Volume'),
    { path: ['price'], error: 'PRC-7: a merger or split is priced by a number agreed for each practice' },
  )

const texts = <K extends string>(keys: K[], of: (key: K) => z.ZodType) =>
  z.object(Object.fromEntries(keys.map((key) => [key, of(key)])))
const keysOf = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as K[]

const application = z.object({
  type: z.enum(applicationTypes),
  summary: maybe(1000),
  browsers: z.array(z.enum(browsers)).optional(),
  mobileFirst: z.boolean().nullable().optional(),
  speed: z.enum(speeds).nullable().optional(),
  ...texts(keysOf(applicationTexts), (key: ApplicationText) => later(applicationTexts[key].max)).shape,
})

const dataProcessing = z.object({
  ...texts(keysOf(processingTexts), () => maybe(2000)).shape,
  officer: z.object({ name: maybe(200), email: email.nullable(), phone: maybe(35) }),
  subProcessors: z
    .array(z.object({ name: text(200), ...texts(keysOf(subProcessorTexts), () => maybe(2000)).shape }))
    .max(mostSubProcessors),
})

const serviceLevels = z.object({
  type: z.enum(serviceTypes).nullable(),
  hours: z
    .array(
      z.object({
        type: text(100),
        from: time,
        until: time,
        days: z.array(z.enum(weekdays)).min(1),
        bankHolidays: z.boolean().nullable(),
        extra: maybe(500),
      }),
    )
    .max(mostOf.hours),
  contacts: z.array(z.object({ channel: text(300), detail: text(1000), hours: maybe(300) })).max(mostOf.contacts),
  levels: z
    .array(z.object({ type: text(100), level: text(1000), measured: maybe(1000), credits: z.boolean().nullable() }))
    .max(mostOf.levels),
})

const supplier = z.object({
  about: maybe(1100),
  site: link.nullable(),
  contacts: z.array(z.object({ name: text(100), role: maybe(100), email: email.nullable(), phone: maybe(35) })).max(2),
})

const dependency = z
  .object({
    relation: z.enum(relations),
    capabilityId: capabilityId.optional(),
    moduleIds: z.array(z.uuid()).min(1).max(mostDependencies).optional(),
    minimumVersion: version.nullable().optional(),
    note: later(mostNote),
  })
  .refine(targetFits, {
    error: 'DEP-1: say one capability that is needed, or modules by name; only a need may name several',
  })

function targetFits({ relation, capabilityId: capability, moduleIds }: Dependency): boolean {
  if ((capability === undefined) === (moduleIds === undefined)) return false
  return relation === 'requires' || (moduleIds?.length === 1 && capability === undefined)
}

const shape = z.object({
  schemaVersion: z.literal(1),
  product: z.enum(products).optional(),
  name: text(255),
  aliases: z.array(text(255)),
  version: text(20),
  summary: text(350),
  description: text(3000),
  link: link.nullable(),
  accessibility: link.nullable().optional(),
  pilot: z.boolean(),
  frameworkIds: z.array(text(20)),
  features: z.array(text(100)).max(10),
  capabilities: z.array(
    z.object({ id: capabilityId, epicIds: z.array(text(20)), notMetEpicIds: z.array(text(20)).optional() }),
  ),
  prices: z.array(priceSchema),
  requires: z.array(capabilityId),
  // DEP-1
  conflicts: z.array(z.uuid()).max(30).optional(),
  worksWith: z.array(z.uuid()).max(30).optional(),
  dependencies: z.array(dependency).max(mostDependencies).optional(),
  services: z.array(service),
  integrations: z.array(
    z.object({
      type: text(50),
      role: z.enum(['provider', 'consumer']),
      withWhom: maybe(100),
      description: maybe(1000),
      link: link.nullable().optional(),
    }),
  ),
  implementation: z.object({
    text: maybe(1100),
    weeksFrom: z.int().min(0).max(520).nullable(),
    weeksTo: z.int().min(0).max(520).nullable(),
  }),
  applications: z.array(application),
  hosting: z.array(
    z.object({
      type: z.enum(hostings),
      summary: maybe(500),
      hscn: z.boolean().nullable(),
      country: maybe(100),
      link: link.nullable().optional(),
      model: later(1000),
    }),
  ),
  dataProcessing: dataProcessing.optional(),
  supportHours: maybe(500),
  serviceLevels: serviceLevels.optional(),
  roadMapLink: link.nullable().optional(),
  roadMap: z.array(z.object({ title: text(100), quarter: text(20), detail: later(300), standard: later(100) })),
  supplier: supplier.optional(),
})

/** A listing as JSON (P10–P24; the numbers are maximum characters). What does not fit is never published. */
export const listingSchema: z.ZodType<Listing> = (shape as unknown as z.ZodType<Listing>)
  .refine((listing) => isService(listing) || listing.capabilities.length > 0, {
    path: ['capabilities'],
    error: 'A module claims at least one capability',
  })
  .refine((listing) => contradictionOf(dependenciesOf(listing)) === undefined, {
    path: ['dependencies'],
    error: 'DEP-1: what is said of one module contradicts itself',
  })
  .refine((listing) => !isService(listing) || listing.prices.every((price) => price.period === 'none'), {
    path: ['prices'],
    error: 'PRC-2: an associated service is paid once',
  })
