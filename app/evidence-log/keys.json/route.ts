import { getLogKeys } from '@/lib/assurance/evidence-log/get-log-keys'
import { jsonAnswer } from '@/lib/platform/json-answer'

/** The public keys of the log, as the verifier reads them. */
export async function GET(request: Request): Promise<Response> {
  return jsonAnswer(request, await getLogKeys())
}
