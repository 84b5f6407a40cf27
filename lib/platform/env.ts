import { z } from 'zod'

const flag = z.enum(['0', '1'])
const url = z.url({ error: 'must be a complete address such as https://portal.example' })

/** Every variable that the portal reads. `.env.example` says what each is for. */
const schema = z.object({
  PORT: z.coerce
    .number({ error: 'must be a port number' })
    .int()
    .min(1, 'must be a port number')
    .max(65535, 'must be a port number')
    .default(3000),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must begin with postgresql://')
    .optional(),
  DATABASE_ROLE: z.string().optional(),
  DATA_DIR: z.string().min(1, 'must name a folder').default('.data'),
  PUBLIC_URL: url.optional(),
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().min(1, 'must not be empty').optional(),
  OIDC_CLIENT_SECRET: z.string().min(1, 'must not be empty').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_/, 'must be a Stripe secret key')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_API_BASE: url.optional(),
  DEMO: flag.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  NHS_IDENTITY: flag.default('0'),
  CONFORMANCE_SANDBOX: z
    .string()
    .regex(/^[^=,\s]+=[^=,\s]+(,[^=,\s]+=[^=,\s]+)*$/, 'must be host=ip or host=ip:port, several separated by commas')
    .optional(),
  CLOCK_OFFSET_MS: z.coerce.number().optional(),
})

/** Their names. */
export const variables: string[] = Object.keys(schema.shape)

export type Env = z.infer<typeof schema> & { demo: boolean; publicUrl: string; sandboxHosts: string[] }

/**
 * The checked environment. An empty variable counts as absent.
 * @throws with one line that names the variable and what is wrong with it.
 */
export function env(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success)
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '))
  const values = parsed.data
  if (values.OIDC_ISSUER && !values.OIDC_CLIENT_ID) throw new Error('OIDC_CLIENT_ID is missing: OIDC_ISSUER needs it')
  const embedded = values.DATABASE_URL === undefined
  return {
    ...values,
    demo: (values.DEMO ?? (embedded ? '1' : '0')) === '1',
    sandboxHosts: values.CONFORMANCE_SANDBOX?.split(',') ?? [],
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ''),
  }
}
