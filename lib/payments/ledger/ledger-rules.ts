import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { accountOwner, type LedgerEntry, type Posting } from './ledger'

/** What is wrong with a posting, in words; undefined where it balances and every account has the owner that it needs (M5). */
export function postingProblem(entries: LedgerEntry[]): string | undefined {
  if (entries.length < 2) return 'A posting has two entries or more'
  if (entries.some(({ pence }) => pence === 0n)) return 'An entry of nothing is no entry'
  if (entries.some(({ account, organisationId }) => (accountOwner[account] === null) !== (organisationId === null)))
    return 'An entry names whose account it is, and only where the account is somebody’s'
  const sum = entries.reduce((total, { pence }) => total + pence, 0n)
  return sum === 0n ? undefined : `The posting does not balance: debits exceed credits by ${sum} pence`
}

/** What the same key must say again (M6); the order of the entries counts. */
export const postingHash = ({ kind, about, entries, reversesId }: Posting): string =>
  sha256Hex(canonicalJson({ kind, about, entries, reversesId: reversesId ?? null }))

/** The entries that take others back. */
export const reversedEntries = (entries: LedgerEntry[]): LedgerEntry[] =>
  entries.map((entry) => ({ ...entry, pence: -entry.pence }))
