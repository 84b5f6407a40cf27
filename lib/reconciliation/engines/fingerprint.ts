import { createHmac } from 'node:crypto'

/** A keyed 128-bit fingerprint in hex (LK-01). Its parts are told apart by JSON, so that no two lists of parts collide. */
export type Fingerprint = (purpose: string, ...parts: (string | string[][])[]) => string

export const fingerprintWith =
  (key: Uint8Array): Fingerprint =>
  (purpose, ...parts) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, ...parts]))
      .digest('hex')
      .slice(0, 32)
