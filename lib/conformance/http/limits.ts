/** Design §11.2, Limits. Tests pass shorter ones. */
export type Limits = {
  requests: number
  inFlight: number
  runMs: number
  connectMs: number
  headersMs: number
  bodyMs: number
  bodyBytes: number
  streamBytes: number
  lineBytes: number
  /** SG-06: how many bytes may come out of one that went in. */
  ratio: number
  jsonDepth: number
  /** 5xx or no answer, one after another. */
  failuresInARow: number
  /** SG-09: between the beginnings of two requests, not to a sandbox. */
  spacingMs: number
}

const megabyte = 1_000_000
export const limits: Limits = {
  /** Two a second leave fifty seconds of the ten minutes. */
  requests: 1_100,
  inFlight: 4,
  runMs: 600_000,
  connectMs: 5_000,
  headersMs: 10_000,
  bodyMs: 20_000,
  bodyBytes: 5 * megabyte,
  streamBytes: 200 * megabyte,
  lineBytes: megabyte,
  ratio: 100,
  jsonDepth: 64,
  failuresInARow: 5,
  spacingMs: 500,
}
