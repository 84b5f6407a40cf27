import { z } from 'zod'
import { isDay } from '@/lib/platform/days'

const day = z.string().trim().refine(isDay, 'Enter the day as a date')

export const addGatewayKeyInput = z.object({
  issuer: z
    .string()
    .trim()
    .regex(/^[a-z0-9-]{3,40}$/, 'Name has 3 to 40 small letters, digits or hyphens'),
  keyId: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9._-]{3,60}$/, 'Key id has 3 to 60 letters, digits or . _ -'),
  publicKeyPem: z.string().trim().max(2_000, 'This is longer than a public key'),
  validFrom: day,
  validTo: z.union([z.literal('').transform(() => null), day]).default(null),
})
export type AddGatewayKeyInput = z.infer<typeof addGatewayKeyInput>

export const revokeGatewayKeyInput = z.object({ id: z.uuid() })
