import { openApi } from '@/lib/insight/open-api'
import { env } from '@/lib/platform/env'
import { jsonAnswer } from '@/lib/platform/json-answer'

/** What the public API offers, for programs. */
export function GET(request: Request): Response {
  return jsonAnswer(request, openApi(env().publicUrl))
}
