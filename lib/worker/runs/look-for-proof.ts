import 'server-only'
import { sandboxOfDeployment } from '@/lib/assurance/endpoints/enter-endpoint'
import { listAskedEndpoints } from '@/lib/assurance/endpoints/list-asked-endpoints'
import { noteNotProven, recordProof } from '@/lib/assurance/endpoints/prove-endpoint'
import { proveEndpoint } from '@/lib/conformance/guard/prove-endpoint'
import type { Context } from '@/lib/platform/context'

/** Looks for the nonce of every endpoint whose supplier asked (CS-05), through the guard. @returns how many were looked at. */
export async function lookForProofs(ctx: Context): Promise<number> {
  const asked = await listAskedEndpoints()
  for (const endpoint of asked) {
    const { id, version, base, challenge } = endpoint
    const seen = await proveEndpoint({ base, nonce: challenge, sandbox: sandboxOfDeployment() })
    if (seen.proven) await recordProof(ctx, { id, version }, seen.how === 'DNS' ? 'dns' : 'file')
    else await noteNotProven(endpoint, seen.seen.join(' '))
  }
  return asked.length
}
