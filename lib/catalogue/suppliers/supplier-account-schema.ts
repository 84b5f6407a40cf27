import { z } from 'zod'
import { normalEmail } from '@/lib/identity/person'

const text = (what: string, max: number) =>
  z.string().trim().min(1, `Enter ${what}`).max(max, `Enter ${what} in ${max} characters or fewer`)
const reason = z
  .string()
  .trim()
  .min(20, 'Give the reason in at least 20 characters')
  .max(1000, 'The reason must be 1,000 characters or fewer')
const moved = { id: z.uuid(), version: z.coerce.number().int() }

/** SUP-1: eight digits, or two letters and six digits. */
export const companyNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^([0-9]{8}|[A-Z]{2}[0-9]{6})$/, 'Enter a company number like 01234567 or SC123456')

export const requestSupplierInput = z.object({
  companyNumber,
  legalName: text('the registered name', 255),
  brand: text('the name that buyers know', 255),
  personName: text('your full name', 200),
  email: z.preprocess(
    (value) => (typeof value === 'string' ? normalEmail(value) : value),
    z.email({ error: 'Enter an email address in the right format, like name@example.org' }).max(256),
  ),
})
export const confirmEmailInput = z.object({ token: z.string().min(20).max(200) })
export const acceptSupplierInput = z.object(moved)
export const refuseSupplierInput = z.object({ ...moved, reason })
export const suspendSupplierInput = z.object({ supplierId: z.uuid(), reason })

export type RequestSupplier = z.infer<typeof requestSupplierInput>
export type AcceptSupplier = z.infer<typeof acceptSupplierInput>
export type RefuseSupplier = z.infer<typeof refuseSupplierInput>
export type SuspendSupplier = z.infer<typeof suspendSupplierInput>
