import { type AbortCode, type Answer, type Client, RunAborted, TransportError } from '../http/client'
import type { Check, CheckContext, Found } from './check'
import type { Reason } from './reasons'
import type { CheckReport, RunJob, RunnerLine } from './run-job'
import { shuffled } from './shuffle'
import { theirs, without } from './theirs'

export type ChecksRun = { results: CheckReport[]; aborted: AbortCode | null }
type Surroundings = {
  client: Client
  today: string
  tell(line: Exclude<RunnerLine, { event: 'finished' }>): void
  /** Ends early when the run is stopped. */
  wait(ms: number): Promise<void>
}

/**
 * Runs checks in the order of the seed and tells their results in the order given. When the run ends early, what has not run is an
 * ERROR with the reason: nothing passes unseen (CS-06, INV-04).
 */
export async function runChecks(checks: readonly Check[], job: RunJob, around: Surroundings): Promise<ChecksRun> {
  const { client, tell } = around
  const answers = new Map<string, Answer>()
  const reports = new Map<string, CheckReport>()
  let aborted: AbortCode | null = null
  for (const check of inTurn(checks, job.seed)) {
    const at = { check: check.id, done: reports.size, of: checks.length }
    tell({ event: 'began', ...at })
    const from = client.exchanges.length
    const used = new Set<number>()
    const context = contextOf(job, around, answers, used)
    const tried: Tried = aborted ? notRun(aborted) : await trial(check, job, context)
    aborted ??= tried.aborted ?? null
    const sent = Array.from({ length: client.exchanges.length - from }, (_, index) => from + index)
    reports.set(check.id, {
      check: check.id,
      requirement: check.requirement,
      result: tried.result,
      reason: tried.reason,
      message: without(secretsOf(job), tried.message),
      exchanges: [...new Set([...used, ...sent])].sort((one, other) => one - other),
    })
    tell({ event: 'ended', ...at, result: tried.result, done: reports.size })
  }
  return { results: checks.flatMap(({ id }) => reports.get(id) ?? []), aborted }
}

/** In the order of the seed; what looks at the connection alone before all others. */
const inTurn = (checks: readonly Check[], seed: number): Check[] => {
  const order = shuffled(checks, seed)
  return [...order.filter(({ first }) => first), ...order.filter(({ first }) => !first)]
}

const secretsOf = ({ token, tokens = {} }: RunJob): string[] =>
  [token, ...Object.values(tokens)].filter((one) => typeof one === 'string')

function contextOf(job: RunJob, around: Surroundings, answers: Map<string, Answer>, used: Set<number>): CheckContext {
  const { client, today, wait } = around
  return {
    client,
    fixtures: job.fixtures,
    nonce: job.nonce,
    today,
    readOnly: job.readOnly,
    wait,
    once: async (to) => {
      const answer = answers.get(to) ?? (await client.ask({ to }))
      answers.set(to, answer)
      used.add(answer.exchange)
      return answer
    },
  }
}

type Tried = Found & { aborted?: AbortCode }

/** One check, tried again once where we or the network were in the way (CS-06). */
async function trial(check: Check, job: RunJob, context: CheckContext): Promise<Tried> {
  if (job.readOnly && check.writes)
    return { result: 'NOT_APPLICABLE', reason: 'READ_ONLY', message: 'This run writes nothing, and the check has to' }
  const first = await attempt(check, context)
  return first.result !== 'ERROR' || first.aborted ? first : attempt(check, context)
}

async function attempt(check: Check, context: CheckContext): Promise<Tried> {
  try {
    return await check.run(context)
  } catch (error) {
    if (error instanceof RunAborted) return { ...notRun(error.code), aborted: error.code }
    if (error instanceof TransportError)
      return faulty(error.code, 'No answer came, twice; this says nothing of the product')
    // A fault of the check's own: never a PASS, and a test of the suite fails on it.
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return faulty('CHECK_BROKE', `The check itself failed: ${theirs(words)}`)
  }
}

const faulty = (reason: Reason, message: string): Tried => ({ result: 'ERROR', reason, message })
const notRun = (code: AbortCode): Tried => faulty(code, 'The run ended before this check was done')
