import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { ProposeDecision, SecondDecision } from './decision-schema'
import { proposeDecision } from './propose-decision'
import { secondDecision } from './second-decision'

/** One officer proposes to suspend a module version: it stays on sale until another seconds it. */
export const proposeSuspension = (ctx: Context, input: ProposeDecision) => proposeDecision(ctx, 'SUSPEND', input)

/** Another officer seconds: from this moment it can be neither awarded nor signed. */
export const suspendModule = (ctx: Context, input: SecondDecision) => secondDecision(ctx, 'SUSPEND', input)
