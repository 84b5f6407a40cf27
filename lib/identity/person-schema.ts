import { z } from 'zod'
import { parsePounds } from '@/lib/platform/money'
import { normalEmail } from './person'
import { isRole } from './roles'

const email = z.preprocess(
  (text) => (typeof text === 'string' ? normalEmail(text) : text),
  z
    .email({ error: 'Enter an email address in the right format, like name@example.org' })
    .max(256, 'Email address must be 256 characters or fewer'),
)

const fullName = z.string().trim().min(1, 'Enter the full name').max(200, 'Full name must be 200 characters or fewer')

export const invitationInput = z.object({
  email,
  name: fullName,
  /** Empty for a practice, which is named by its code: there are thousands. */
  organisationId: z.union([z.literal(''), z.uuid()], { error: 'Choose an organisation' }),
  practiceCode: z.string().trim().toUpperCase().max(12, 'Enter the code of a practice, like A81001').default(''),
  role: z.string().refine(isRole, 'Choose a role'),
  limit: z
    .string()
    .trim()
    .default('')
    .refine((text) => text === '' || isLimit(parsePounds(text)), 'Enter the limit in pounds, like 100,000')
    .transform((text) => (text === '' ? null : parsePounds(text)!)),
})
export type InvitationInput = z.infer<typeof invitationInput>

/** What an operator types to begin a portal of their own. */
export const firstCuratorInput = z.object({
  email,
  name: fullName,
  authority: z
    .string()
    .trim()
    .min(1, 'Enter the name of the authority')
    .max(200, 'The name of the authority must be 200 characters or fewer'),
})
export type FirstCuratorInput = z.infer<typeof firstCuratorInput>

/** More than any budget here; far below what the database's column holds. */
const isLimit = (pence: bigint | undefined): boolean => pence !== undefined && pence <= 100_000_000_000_00n

export const passwordRule = 'Choose a password of 12 characters or more'

const link = z.string().min(20, 'The link is not complete').max(200, 'The link is not complete')
const password = z.string().min(12, passwordRule).max(200, 'Password must be 200 characters or fewer')

/** The password is left out by those who have an account already. */
export const acceptInput = z.object({ token: link, password: password.optional() })
export type AcceptInput = z.infer<typeof acceptInput>

export const askForPasswordInput = z.object({ email })
export type AskForPasswordInput = z.infer<typeof askForPasswordInput>

export const newPasswordInput = z.object({ token: link, password })
export type NewPasswordInput = z.infer<typeof newPasswordInput>

export const endGrantInput = z.object({
  id: z.string(),
  reason: z
    .string()
    .trim()
    .min(10, 'Say in 10 characters or more why the role is taken away')
    .max(1000, 'Reason must be 1,000 characters or fewer'),
})
export type EndGrantInput = z.infer<typeof endGrantInput>
