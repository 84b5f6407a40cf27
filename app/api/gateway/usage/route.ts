import { receiveUsage, type UsageAnswer } from '@/lib/payments/usage/receive-usage'
import { system } from '@/lib/platform/actor'
import { apiHeaders } from '@/lib/platform/api-headers'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { shortBody } from '@/lib/platform/short-body'

/** 50,000 records of some 250 bytes, and room for their frame. */
const mostBytes = 16_000_000

/** A gateway reports use (G1). Who it is, its signature alone says. */
export async function POST(request: Request): Promise<Response> {
  const ctx = { actor: system, now: now(), requestId: newId() }
  const text = await shortBody(request, mostBytes)
  const given = text === undefined ? undefined : parse(text)
  if (given === undefined) return answer({ status: 400, words: 'must be JSON of no more than 16 MB' })
  return answer(await receiveUsage(ctx, given))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function answer({ status, words, field }: UsageAnswer): Response {
  const refused = {
    type: 'about:blank',
    title: 'The batch was not taken',
    status,
    detail: words,
    ...(field ? { field } : {}),
  }
  const type = status < 300 ? 'application/json' : 'application/problem+json'
  const body = status < 300 ? { outcome: words } : refused
  return new Response(JSON.stringify(body), { status, headers: { ...apiHeaders(), 'content-type': type } })
}
