import { z } from 'zod'
import { applicationTypes, hostings, type Listing } from './listing'
import { priceSchema } from './prices/price-schema'

const text = (max: number) => z.string().trim().min(1).max(max)
const maybe = (max: number) => text(max).nullable()

/** A listing as JSON (P10–P20, P23; the numbers are maximum characters). What does not fit is never published. */
export const listingSchema: z.ZodType<Listing> = z.object({
  schemaVersion: z.literal(1),
  name: text(255),
  aliases: z.array(text(255)),
  version: text(20),
  summary: text(350),
  description: text(3000),
  link: z
    .url({ protocol: /^https$/ })
    .max(1000)
    .nullable(),
  pilot: z.boolean(),
  frameworkIds: z.array(text(20)),
  features: z.array(text(100)).max(10),
  capabilities: z.array(z.object({ id: z.string().regex(/^C\d{1,2}$/), epicIds: z.array(text(20)) })).min(1),
  prices: z.array(priceSchema),
  requires: z.array(z.string().regex(/^C\d{1,2}$/)),
  // Optional, and never filled in: a default would change the hash of texts from before (DEP-1).
  conflicts: z.array(z.uuid()).max(30).optional(),
  worksWith: z.array(z.uuid()).max(30).optional(),
  services: z.array(z.object({ name: text(255), description: text(1000), price: priceSchema.nullable() })),
  integrations: z.array(
    z.object({
      type: text(50),
      role: z.enum(['provider', 'consumer']),
      withWhom: maybe(100),
      description: maybe(1000),
    }),
  ),
  implementation: z.object({
    text: maybe(1100),
    weeksFrom: z.int().min(0).max(520).nullable(),
    weeksTo: z.int().min(0).max(520).nullable(),
  }),
  applications: z.array(z.object({ type: z.enum(applicationTypes), summary: maybe(1000) })),
  hosting: z.array(
    z.object({ type: z.enum(hostings), summary: maybe(500), hscn: z.boolean().nullable(), country: maybe(100) }),
  ),
  supportHours: maybe(500),
  roadMap: z.array(z.object({ title: text(100), quarter: text(20) })),
})
