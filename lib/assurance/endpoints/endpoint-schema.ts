import { z } from 'zod'

const number = z
  .string()
  .trim()
  .regex(/^\d{10}$/, 'Enter a number of 10 digits')
const day = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Enter a day such as 2027-03-31')
const list = (each: z.ZodType<string, string>, most: number, words: string) =>
  z
    .string()
    .max(500)
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(each).min(1, words).max(most, `Enter ${most} at most`))

/** What a supplier says of its endpoint and of its sandbox (CS-02). The token may stay empty: then the one kept stays. */
export const enterEndpointInput = z.object({
  moduleVersionId: z.uuid('Choose a module'),
  version: z.coerce.number().int().optional(),
  base: z.string().trim().min(1, 'Enter the address').max(2_048, 'The address must be 2,048 characters or fewer'),
  token: z.string().max(8_192, 'The token must be 8,192 characters or fewer').default(''),
  nhsNumbers: list(number, 20, 'Enter at least one NHS number of a made-up patient'),
  unknownNhsNumber: number,
  invalidNhsNumber: number,
  slotsFrom: day,
  slotsTo: day,
})
export type EnterEndpoint = z.infer<typeof enterEndpointInput>

export const endpointMoveInput = z.object({ id: z.uuid(), version: z.coerce.number().int() })
export type EndpointMove = z.infer<typeof endpointMoveInput>

export const revokeEndpointInput = endpointMoveInput.extend({
  reason: z
    .string()
    .trim()
    .min(20, 'Give the reason in at least 20 characters')
    .max(2000, 'The reason must be 2,000 characters or fewer'),
})
export type RevokeEndpoint = z.infer<typeof revokeEndpointInput>
