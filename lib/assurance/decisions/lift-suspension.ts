import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { ProposeDecision, SecondDecision } from './decision-schema'
import { proposeDecision } from './propose-decision'
import { secondDecision } from './second-decision'

/** One officer proposes to lift a suspension. */
export const proposeLifting = (ctx: Context, input: ProposeDecision) => proposeDecision(ctx, 'LIFT', input)

/** Another officer seconds: the label follows from the facts again. */
export const liftSuspension = (ctx: Context, input: SecondDecision) => secondDecision(ctx, 'LIFT', input)
