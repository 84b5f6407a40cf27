import { getRegisterEntry } from '@/lib/assurance/register/get-register-entry'
import { readContext } from '@/lib/identity/context'
import { canonicalJson } from '@/lib/platform/canonical-json'
import { refusalProblem } from '@/lib/platform/refusal-problem'

type Props = { params: Promise<{ module: string; version: string }> }

/** `/register/<module>/<version>.json`: the register's page for machines, the same bytes for the same day (RG-01, RG-02). */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const ctx = await readContext()
  const { module: moduleId, version } = await params
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const result = await getRegisterEntry(ctx, moduleId, version, asked)
  if (result.ok) return answer(200, 'application/json', { schemaVersion: 1, ...result.value })
  const problem = refusalProblem(result.refusal)
  // A future or malformed day is a bad request of the address, not an unprocessable form.
  const status = result.refusal.kind === 'invalid' ? 400 : problem.status
  return answer(status, 'application/problem+json', { ...problem, status })
}

function answer(status: number, type: string, body: unknown): Response {
  return new Response(canonicalJson(body), { status, headers: { 'content-type': type } })
}
