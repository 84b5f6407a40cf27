import { z } from 'zod'
import { parsePounds } from '@/lib/platform/money'
import { isRole } from './roles'

export const invitationInput = z.object({
  email: z
    .email({ error: 'Enter an email address in the right format, like name@example.org' })
    .max(256, 'Email address must be 256 characters or fewer'),
  name: z.string().trim().min(1, 'Enter the full name').max(200, 'Full name must be 200 characters or fewer'),
  organisationId: z.uuid({ error: 'Choose an organisation' }),
  role: z.string().refine(isRole, 'Choose a role'),
  limit: z
    .string()
    .trim()
    .default('')
    .refine((text) => text === '' || parsePounds(text) !== undefined, 'Enter the limit in pounds, like 100,000')
    .transform((text) => (text === '' ? null : parsePounds(text)!)),
})
export type InvitationInput = z.infer<typeof invitationInput>

export const acceptInput = z.object({
  token: z.string().min(20, 'The link is not complete').max(200, 'The link is not complete'),
  password: z
    .string()
    .min(12, 'Choose a password of 12 characters or more')
    .max(200, 'Password must be 200 characters or fewer'),
})
export type AcceptInput = z.infer<typeof acceptInput>
