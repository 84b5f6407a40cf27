/** How far a check proves its requirement (CK-06): only a FULL one can show that it is met. */
export type Strength = 'FULL' | 'PARTIAL' | 'BLOCK'
export type Outcome = 'PASS' | 'FAIL' | 'NOT_EXERCISED' | 'NOT_APPLICABLE' | 'ERROR'
export type Verdict = 'MET_MACHINE' | 'NOT_MET' | 'NOT_PROVEN'
export type MapLine = { check: string; requirement: string; strength: Strength }

/** What one request was and what came back, without anything that could be a secret or a record (EV-01). */
export type Exchange = {
  method: string
  url: string
  /** Names only. */
  headersSent: string[]
  headersReceived: Record<string, string>
  status: number | null
  ms: number
  bodySha256: string | null
}

/** What a run tested, where, with which code, and what it found (EV-02). */
export type Bundle = {
  schema: 'gpit.evidence/v1'
  kind: 'DRYRUN' | 'OFFICIAL' | 'MONITOR' | 'REFRESH' | 'CHALLENGE'
  suite: { name: string; version: string; codeSha256: string; mapSha256: string }
  standardVersions: string[]
  moduleVersion: string
  endpoint: string
  addresses: string[]
  tlsFingerprints: string[]
  nonce: string
  startedAt: string
  /** The day on which the signer was asked: a key counts in its own months only (EV-07). Absent in the oldest. */
  signedOn?: string
  map: MapLine[]
  results: { check: string; result: Outcome; reason: string; message: string }[]
  exchanges: Exchange[]
  verdicts: Record<string, Verdict>
}
