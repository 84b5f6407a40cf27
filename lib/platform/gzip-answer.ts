import { gzipSync } from 'node:zlib'

/** Below this a packet holds the text anyway. */
const worthIt = 1_400

/** A text as an answer, compressed for whoever takes that: the framework does so for pages only. */
export function gzipAnswer(
  accepted: string | null,
  text: string,
  status: number,
  headers: Record<string, string>,
): Response {
  const varied = { ...headers, vary: 'accept-encoding' }
  if (text.length < worthIt || !/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted ?? ''))
    return new Response(text, { status, headers: varied })
  return new Response(gzipSync(text), { status, headers: { ...varied, 'content-encoding': 'gzip' } })
}
