import { Resolver } from 'node:dns/promises'
import { Failure } from '../http/failure'
import { limits as designed, type Limits } from '../http/limits'
import { openRequest } from '../http/one-request'
import { readBody } from '../http/read-body'
import { fileProves, isNonce, proofFileBytes, proofPath, proofRecordName, recordsProve } from './endpoint-proof-rules'
import type { Door } from './guarded-connector'
import { type Resolve, resolveBySystem } from './pinned-lookup'
import { noSandbox, type Sandbox } from './sandbox-rules'
import { judgeBase } from './target-rules'

export type ProofSettings = {
  base: string
  nonce: string
  sandbox?: Sandbox
  signal?: AbortSignal
  /** For tests: resolvers, a further authority to trust, shorter limits. */
  resolve?: Resolve
  resolveTxt?: (name: string) => Promise<string[][]>
  trust?: string
  limits?: Partial<Limits>
}

/** `seen` never repeats what a server said: whoever types an address is not to read through us what stands behind it. */
export type Proof = { proven: true; how: 'DNS' | 'FILE' } | { proven: false; seen: string[] }

/**
 * CS-05: does whoever gave us the nonce's place rule over this host? Asks DNS first, then the well-known file, which passes the same
 * guard as every request of a run.
 */
export async function proveEndpoint(settings: ProofSettings): Promise<Proof> {
  const target = judgeBase(settings.base, settings.sandbox ?? noSandbox)
  if (!target.allowed) return { proven: false, seen: ['TARGET_NOT_ALLOWED'] }
  if (!isNonce(settings.nonce)) throw new TypeError('A nonce has 16 to 128 letters, digits, - or _')
  const { url, pin } = target
  // DNS knows nothing of a host that only the deployment knows.
  const inDns = pin ? undefined : await askDns(proofRecordName(url.hostname), settings)
  if (inDns === true) return { proven: true, how: 'DNS' }
  const door = {
    pin,
    resolve: settings.resolve ?? resolveBySystem,
    ...(settings.trust !== undefined && { trust: settings.trust }),
  }
  const inFile = await askFile(new URL(proofPath, url), door, settings)
  if (inFile === true) return { proven: true, how: 'FILE' }
  return { proven: false, seen: inDns === undefined ? [inFile] : [inDns, inFile] }
}

async function askDns(name: string, { nonce, resolveTxt = resolveTxtBySystem }: ProofSettings): Promise<true | string> {
  const records = await resolveTxt(name).catch(() => [])
  if (recordsProve(records, nonce)) return true
  return records.length === 0
    ? `The DNS has no TXT record ${name}.`
    : `The DNS has ${records.length} TXT records ${name}; none of them is the nonce.`
}

async function askFile(url: URL, door: Door, settings: ProofSettings): Promise<true | string> {
  const limits = { ...designed, ...settings.limits }
  const stop = settings.signal ?? new AbortController().signal
  const headers = { accept: 'text/plain', 'user-agent': 'gpit-conformance' }
  try {
    const opened = await openRequest({ url, method: 'GET', headers }, door, limits, stop, () => {})
    try {
      if (opened.status !== 200) return `${url.href} answered ${opened.status}; redirects are not followed.`
      const reading = { ms: limits.bodyMs, eachChunk: false, bytes: proofFileBytes, ratio: limits.ratio }
      const pieces: Buffer[] = []
      for await (const piece of readBody(opened.body, opened.headers['content-encoding'], reading, stop))
        pieces.push(piece)
      if (fileProves(Buffer.concat(pieces).toString('utf8'), settings.nonce)) return true
      return `${url.href} was read; no line of it is the nonce.`
    } finally {
      await opened.close()
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return error.code === 'TARGET_NOT_ALLOWED' ? error.code : `${url.href} could not be read: ${error.code}.`
  }
}

function resolveTxtBySystem(name: string): Promise<string[][]> {
  return new Resolver({ timeout: designed.connectMs, tries: 1 }).resolveTxt(name)
}
