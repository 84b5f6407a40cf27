import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { type SupplierNameKind, supplierNameKinds } from './supplier-name'

const kinds = Object.keys(supplierNameKinds) as [SupplierNameKind, ...SupplierNameKind[]]
const maybeDay = z
  .string()
  .trim()
  .refine((text) => text === '' || isDay(text), 'Enter a real date')
  .transform((text) => (text === '' ? null : text))

export const addSupplierNameInput = z.object({
  supplierId: z.uuid(),
  kind: z.enum(kinds, { error: 'Choose what kind of name it is' }),
  name: z.string().trim().min(1, 'Enter the name').max(255, 'Enter the name in 255 characters or fewer'),
  from: maybeDay,
  to: maybeDay,
})
export const endSupplierNameInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  to: z.string().trim().refine(isDay, 'Enter the last day of the name'),
})
export type AddSupplierName = z.infer<typeof addSupplierNameInput>
export type EndSupplierName = z.infer<typeof endSupplierNameInput>
