import { z } from 'zod'
import { listingSchema } from './listing-schema'
import { priceSchema } from './prices/price-schema'

/** What the public API says of the catalogue. The OpenAPI document is made from these shapes, and a test holds every answer to them. */
const day = z.iso.date()

export const publicModule = z
  .object({
    id: z.uuid(),
    name: z.string(),
    version: z.string(),
    summary: z.string(),
    supplier: z.object({ id: z.uuid(), brand: z.string(), legalName: z.string() }),
    capabilities: z
      .array(z.object({ id: z.string(), assessed: z.enum(['met', 'failed', 'not assessed']) }))
      .describe('What the listing claims, and beside it what was assessed'),
    standing: z
      .object({ words: z.string(), asOf: day.nullable() })
      .describe('Derived from facts and the day; nobody types it'),
    listing: z.object({ id: z.uuid(), sha256: z.string().regex(/^[0-9a-f]{64}$/), publishedOn: day }),
    demonstration: z.boolean().describe('Invented for the demonstration story'),
  })
  .meta({ id: 'Module' })

export const publicModuleDetail = publicModule
  .extend({
    content: listingSchema,
    prices: z
      .object({
        present: z.array(priceSchema),
        announced: z.array(priceSchema.safeExtend({ announcedOn: day })),
      })
      .describe('The list prices that hold on the day of the answer, and those announced for later days'),
  })
  .meta({ id: 'ModuleDetail' })

export const publicSupplier = z
  .object({
    id: z.uuid(),
    brand: z.string(),
    legalName: z.string(),
    companyNumber: z.string().nullable(),
    site: z.string().nullable(),
    demonstration: z.boolean(),
  })
  .meta({ id: 'Supplier' })

export const publicCapability = z
  .object({
    id: z.string().regex(/^C\d{1,2}$/),
    name: z.string(),
    category: z.string(),
    status: z.string(),
    version: z.string().nullable(),
    epics: z
      .array(z.object({ id: z.string(), level: z.enum(['MUST', 'MAY']) }))
      .describe('MUST or MAY stands on the link, not on the epic'),
  })
  .meta({ id: 'Capability' })

export const publicFramework = z
  .object({
    id: z.string(),
    name: z.string(),
    shortName: z.string(),
    owner: z.string(),
    expired: z.boolean(),
    expiresOn: day.nullable(),
    maximumTermMonths: z.int(),
    priceNoticeDays: z.int(),
    routes: z
      .array(
        z.object({
          kind: z.enum(['direct-award', 'competition', 'off-catalogue']),
          capPence: z.string().regex(/^\d+$/).nullable().describe('Without VAT, over the whole life; null: no cap'),
          allowsFoundation: z.boolean(),
          leastPriceWeight: z.int().nullable(),
          greatestPriceWeight: z.int().nullable(),
        }),
      )
      .describe('As the framework states them, by default where it states nothing'),
  })
  .meta({ id: 'Framework' })

export type PublicModule = z.infer<typeof publicModule>
export type PublicSupplier = z.infer<typeof publicSupplier>
export type PublicCapability = z.infer<typeof publicCapability>
export type PublicFramework = z.infer<typeof publicFramework>
