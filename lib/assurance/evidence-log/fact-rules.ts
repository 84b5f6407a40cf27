import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'

/** A fact on its way into the log: what it is about, and the value that is signed. */
export type Fact = {
  subjectType: string
  subjectId: string
  value: { schema: 'gpit.fact/v1'; type: string; row: object }
}

/** Words that people wrote are not public in every case: the log holds their hash, by which the words can be checked later. */
const hashed = (words: string | null) => (words === null ? null : sha256Hex(words))
const plain = (row: object): object => JSON.parse(canonicalJson(row))

type Finding = { id: string; reason: string | null; assessorId: string | null; reviewerId: string | null }
type Decision = { id: string; reason: string; madeById: string; secondedById: string }

/** A signed finding: everything but its words and its people, who may ask to be forgotten. */
export function factOfFinding({
  assessorId: _,
  reviewerId: __,
  reason,
  ...row
}: Finding & Record<string, unknown>): Fact {
  return factOf('Finding', row.id as string, { ...row, reasonSha256: hashed(reason) })
}

/** A decision of two officers. Its reason is public; who they were stands in the history. */
export function factOfDecision({ madeById: _, secondedById: __, ...row }: Decision & Record<string, unknown>): Fact {
  return factOf('OfficerDecision', row.id as string, row)
}

/** What two officers decided about a version of a standard, with the hash of its text (EV-04). */
export function factOfStandardDecision({
  madeById: _,
  secondedById: __,
  ...row
}: Decision & Record<string, unknown>): Fact {
  return factOf('StandardDecision', row.id as string, row)
}

export const factOfWaiver = (row: { id: string } & Record<string, unknown>): Fact => factOf('Waiver', row.id, row)

export const factOfCheckWaiver = (row: { id: string } & Record<string, unknown>): Fact =>
  factOf('CheckWaiver', row.id, row)

const factOf = (type: string, subjectId: string, row: object): Fact => ({
  subjectType: type,
  subjectId,
  value: { schema: 'gpit.fact/v1', type, row: plain(row) },
})
