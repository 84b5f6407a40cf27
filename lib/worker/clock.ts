import { refreshStandings } from '@/lib/assurance/refresh-module-standing'
import { forgetExpiredSessions } from '@/lib/identity/end-session'
import type { Context } from '@/lib/platform/context'

/** Work that is due by time alone: each looks for what is due, does it in transactions of its own, and may run twice. */
export const clockwork: Record<string, (ctx: Context) => Promise<unknown>> = { refreshStandings, forgetExpiredSessions }
