import { listWitnesses } from '@/lib/assurance/evidence-log/name-witness'
import { takeCosignature } from '@/lib/assurance/evidence-log/take-cosignature'
import { readContext } from '@/lib/identity/context'
import { jsonAnswer } from '@/lib/platform/json-answer'
import { problemAnswer } from '@/lib/platform/list-answer'
import { refusalProblem } from '@/lib/platform/refusal-problem'
import { shortBody } from '@/lib/platform/short-body'

/** Longer than any checkpoint with one line. */
const mostBytes = 1_024

/** Whose co-signatures are taken. */
export async function GET(request: Request): Promise<Response> {
  return jsonAnswer(request, { witnesses: await listWitnesses() })
}

/** A witness's co-signature of a checkpoint (EV-05): the checkpoint's text, an empty line, the witness's line. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await readContext()
  const note = await shortBody(request, mostBytes)
  if (note === undefined) return problemAnswer(413, 'Too long', `A co-signed checkpoint has ${mostBytes} bytes at most`)
  const taken = await takeCosignature(ctx, note)
  if (taken === 'too-many') return problemAnswer(429, 'Too many', 'Try again in a minute')
  if (taken.ok) return Response.json({ new: taken.value }, { status: taken.value ? 201 : 200 })
  const { status, title, detail } = refusalProblem(taken.refusal)
  return problemAnswer(status, title, detail)
}
