import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { alarm } from './alarm'
import { Failure } from './failure'

export type BodyLimits = {
  /** For the whole body, or, where `eachChunk`, for the wait until the next piece of it. */
  ms: number
  eachChunk: boolean
  /** Before and after decompression. */
  bytes: number
  ratio: number
}

/** A body may be as small as it likes to be before its ratio is looked at: `{}` and blanks compress well. */
const ratioFrom = 65_536

/**
 * A body piece by piece, decompressed (SG-06: undici does not), and never longer, slower or more swollen than the limits.
 * @throws Failure, or the reason of `stop`
 */
export async function* readBody(
  body: AsyncIterable<Buffer>,
  encoding: string | undefined,
  limits: BodyLimits,
  stop: AbortSignal,
): AsyncGenerator<Buffer> {
  let came = 0
  const arriving = timed(body, limits, stop)
  async function* counted() {
    for await (const piece of arriving) {
      came += piece.length
      if (came > limits.bytes) throw new Failure('BODY_TOO_LARGE')
      yield piece
    }
  }
  let out = 0
  for await (const piece of unpacked(counted(), encoding)) {
    out += piece.length
    if (out > limits.bytes || (out > ratioFrom && out > came * limits.ratio)) throw new Failure('BODY_TOO_LARGE')
    yield piece
  }
}

/** One coding or none: a second one around the first only multiplies what comes out. */
async function* unpacked(body: AsyncGenerator<Buffer>, encoding = ''): AsyncGenerator<Buffer> {
  const coding = encoding.trim().toLowerCase()
  const { value: first, done } = await body.next()
  if (done) return
  const whole = Readable.from(following(first, body))
  if (coding === '' || coding === 'identity') {
    yield* whole
    return
  }
  const unpack = unpackerOf(coding, first)
  if (!unpack) {
    whole.destroy()
    throw new Failure('BODY_BROKEN')
  }
  // Not `pipeline`: whoever stops reading must stop the rest, and the first reason is the one to tell.
  whole.on('error', (error) => unpack.destroy(error))
  whole.pipe(unpack)
  try {
    yield* unpack
  } catch (error) {
    throw error instanceof Error && /^(Z_|ERR_)/.test((error as NodeJS.ErrnoException).code ?? '')
      ? new Failure('BODY_BROKEN', { cause: error })
      : error
  } finally {
    whole.destroy()
    unpack.destroy()
  }
}

function unpackerOf(coding: string, first: Buffer) {
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip()
  if (coding === 'br') return createBrotliDecompress()
  // RFC 9110 means zlib; some servers leave its two bytes away, and the first of them tells.
  if (coding === 'deflate') return (first[0]! & 0x0f) === 8 ? createInflate() : createInflateRaw()
  return undefined
}

async function* following(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}

/** Waits for each piece, but not for ever; the time that the reader takes is not counted against the server where `eachChunk`. */
async function* timed(body: AsyncIterable<Buffer>, { ms, eachChunk }: BodyLimits, stop: AbortSignal) {
  const pieces = body[Symbol.asyncIterator]()
  const end = performance.now() + ms
  for (;;) {
    const next = await within(pieces.next(), eachChunk ? ms : end - performance.now(), stop)
    if (next.done) return
    yield next.value
  }
}

async function within<T>(wait: Promise<T>, ms: number, stop: AbortSignal): Promise<T> {
  let stopClock = () => {}
  let onStop = () => {}
  const ended = new Promise<never>((_, reject) => {
    onStop = () => reject(stop.reason)
    if (stop.aborted) onStop()
    stop.addEventListener('abort', onStop, { once: true })
    stopClock = alarm(Math.max(0, ms), () => reject(new Failure('BODY_TIMEOUT')))
  })
  try {
    return await Promise.race([wait, ended])
  } catch (error) {
    // A body that ends because the run ends is not broken.
    if (stop.aborted) throw stop.reason
    throw error instanceof Failure ? error : new Failure('BODY_BROKEN', { cause: error })
  } finally {
    stopClock()
    stop.removeEventListener('abort', onStop)
  }
}
