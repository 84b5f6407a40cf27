import { createHash } from 'node:crypto'
import { type Resolve, resolveBySystem } from '../guard/pinned-lookup'
import { probeTls, type TlsAsked } from '../guard/probe-tls'
import { noSandbox, type Sandbox } from '../guard/sandbox-rules'
import { judgeBase } from '../guard/target-rules'
import { underBase } from '../guard/under-rules'
import { type Answer, type Ask, type Client, RunAborted, TransportError } from './client'
import { exchangeOf, headersKept, sha256 } from './exchange-rules'
import { Failure, type TransportCode } from './failure'
import { jsonWithin } from './json-rules'
import { limits as designed, type Limits } from './limits'
import { linesOf } from './lines-of'
import { holdsRealNhsNumber } from './nhs-number-rules'
import { type Opened, openRequest } from './one-request'
import { readBody } from './read-body'
import { type RunState, startRun } from './run-state'
import { type OtherTokens, openClaims } from './tokens-rules'
import { wireOf } from './wire-rules'

export type ClientSettings = {
  base: string
  token: string | null
  /** Further tokens, which must open nothing (AUTH-02). */
  tokens?: OtherTokens | undefined
  /** First digits of the NHS numbers that no person has (CS-04). */
  testRanges: readonly string[]
  /** SG-10: from a flag or the deployment's configuration alone, see `parseSandbox`. */
  sandbox?: Sandbox
  /** The kill switch (SG-09). */
  signal?: AbortSignal
  /** For tests: a resolver, a further authority to trust, shorter limits. */
  resolve?: Resolve
  trust?: string
  limits?: Partial<Limits>
}

/**
 * The only way to the outside that a check has. The run's ten minutes begin now.
 *
 * `ms` of an answer runs from the moment the request goes out on a standing connection to the last byte of the body: each request
 * has a connection of its own, and what that costs is not the product's slowness.
 * @throws RunAborted TARGET_NOT_ALLOWED where the base may not be asked at all (SG-01)
 */
export function createClient(settings: ClientSettings): Client {
  const limits = { ...designed, ...settings.limits }
  const target = judgeBase(settings.base, settings.sandbox ?? noSandbox)
  if (!target.allowed) throw new RunAborted('TARGET_NOT_ALLOWED')
  const { url: base, pin } = target
  const run = startRun({ ...limits, spacingMs: pin ? 0 : limits.spacingMs }, settings.signal)
  const wireFor = wireOf(settings.token, settings.tokens)
  const secrets = [settings.token, ...Object.values(settings.tokens ?? {})].filter((one) => typeof one === 'string')
  const client = { base: base.href, exchanges: [], addresses: new Set(), tlsFingerprints: new Set() } as Pick<
    Client,
    'base' | 'exchanges' | 'addresses' | 'tlsFingerprints'
  >
  const door = { pin, resolve: settings.resolve ?? resolveBySystem, ...(settings.trust && { trust: settings.trust }) }

  /** Sends one request and lets `use` read what comes; keeps the books whatever happens. */
  async function* exchanging<T>(ask: Ask, accept: string, use: (opened: Opened, at: Underway) => AsyncGenerator<T>) {
    const url = underBase(ask.to, base)
    if (!url) throw new TransportError('TARGET_NOT_ALLOWED', null, 0)
    const wire = wireFor(ask, url, accept)
    const leave = await run.enter()
    const at: Underway = {
      number: null,
      status: undefined,
      began: performance.now(),
      url,
      ms: () => Math.round(performance.now() - at.began),
    }
    let opened: Opened | undefined
    try {
      opened = await openRequest(wire, door, limits, run.stop, ({ address, tlsFingerprint }) => {
        at.began = performance.now()
        at.number = client.exchanges.push(exchangeOf(wire.method, url, Object.keys(wire.headers), secrets)) - 1
        client.addresses.add(address)
        if (tlsFingerprint) client.tlsFingerprints.add(tlsFingerprint)
      })
      at.status = opened.status
      note(at, { status: opened.status, headersReceived: headersKept(opened.headers, secrets) })
      yield* use(opened, at)
      const down = run.answered(opened.status)
      if (down) throw down
    } catch (error) {
      note(at, {})
      if (error instanceof Failure) throw failed(error, at, run)
      throw error
    } finally {
      leave()
      await opened?.close()
    }
  }

  async function shakeHands(asked: TlsAsked) {
    const leave = await run.enter()
    const began = performance.now()
    try {
      const seen = await probeTls(base, door, asked, limits.connectMs, run.stop)
      if (seen) client.addresses.add(seen.address)
      if (seen?.fingerprint) client.tlsFingerprints.add(seen.fingerprint)
      return seen
    } catch (error) {
      const ms = Math.round(performance.now() - began)
      if (error instanceof Failure)
        throw failed(error, { number: null, status: undefined, began, url: base, ms: () => ms }, run)
      throw error
    } finally {
      leave()
    }
  }

  function note(at: Underway, more: object) {
    if (at.number !== null) Object.assign(client.exchanges[at.number]!, { ms: at.ms(), ...more })
  }

  function refuseRealNumbers(json: unknown, text: string) {
    if (holdsRealNhsNumber(json, text, settings.testRanges)) throw run.abort('NOT_SYNTHETIC')
  }

  async function* answering({ status, headers, body: raw }: Opened, at: Underway): AsyncGenerator<Answer> {
    const pieces: Buffer[] = []
    const reading = { ms: limits.bodyMs, eachChunk: false, bytes: limits.bodyBytes, ratio: limits.ratio }
    for await (const piece of readBody(raw, headers['content-encoding'], reading, run.stop)) pieces.push(piece)
    const body = Buffer.concat(pieces)
    const ms = at.ms()
    note(at, { ms, bodySha256: sha256(body) })
    const json = jsonWithin(body, limits.jsonDepth)
    refuseRealNumbers(json, body.toString('utf8'))
    refuseRealNumbers(undefined, Object.values(headers).join('\n'))
    yield { status, headers, body, json, ms, url: at.url.href, exchange: at.number! }
  }

  async function* streaming({ status, headers, body: raw }: Opened, at: Underway): AsyncGenerator<string> {
    // The caller finds the status in the exchange: lines of an error are not lines of the file.
    if (status !== 200) throw new Failure('BODY_BROKEN')
    const hash = createHash('sha256')
    const reading = { ms: limits.bodyMs, eachChunk: true, bytes: limits.streamBytes, ratio: limits.ratio }
    const pieces = readBody(raw, headers['content-encoding'], reading, run.stop)
    for await (const line of linesOf(pieces, limits.lineBytes, (piece) => hash.update(piece))) {
      if (line.length >= 10) refuseRealNumbers(jsonWithin(Buffer.from(line), limits.jsonDepth), line)
      yield line
    }
    note(at, { bodySha256: hash.digest('hex') })
  }

  return {
    ...client,
    claims: openClaims(settings.token),
    tls: base.protocol === 'https:' ? shakeHands : undefined,
    async ask(ask) {
      let answer: Answer | undefined
      for await (const one of exchanging(ask, 'application/fhir+json', answering)) answer = one
      return answer!
    },
    lines: (ask) => exchanging(ask, 'application/fhir+ndjson', streaming),
    under: (address) => underBase(address, base)?.href,
  }
}

type Underway = { number: number | null; status: number | undefined; began: number; url: URL; ms: () => number }

const noAnswer = new Set<TransportCode>([
  'NAME_NOT_FOUND',
  'CONNECTION_FAILED',
  'TLS_FAILED',
  'CONNECT_TIMEOUT',
  'HEADERS_TIMEOUT',
  'BODY_TIMEOUT',
])

/** SG-08: of an address that may not be asked, nobody learns how long it took to find out. */
function failed(error: Failure, at: Underway, run: RunState): Error {
  if (error.code === 'TARGET_NOT_ALLOWED') return run.abort('TARGET_NOT_ALLOWED')
  const failure = new TransportError(error.code, at.number, at.ms())
  if (noAnswer.has(error.code)) return run.failed() ?? failure
  // The server did answer, but we did not want the body.
  return (at.status !== undefined && run.answered(at.status)) || failure
}
