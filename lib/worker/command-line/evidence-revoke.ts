import { revocationReasons, revokeKey } from '@/lib/assurance/evidence-log/revoke-key'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { refusalWords } from '@/lib/platform/refusal-words'

type Because = (typeof revocationReasons)[number]

/**
 * `npm run evidence:revoke -- <key> --because=stolen|lost|by-mistake [--from=<place>]`: the key counts no longer from that place of the
 * log on, or from its end. The worker makes its successor within a minute.
 * @returns 0 revoked, 1 refused, 64 wrong usage.
 */
export async function main(args: string[]): Promise<number> {
  const [keyId, ...more] = args.filter((arg) => !arg.startsWith('--'))
  const flags = new Map(args.filter((arg) => arg.startsWith('--')).map((arg) => arg.split('=', 2) as [string, string]))
  const [because, from] = [flags.get('--because'), flags.get('--from')]
  const unknown = [...flags.keys()].some((name) => !['--because', '--from'].includes(name))
  const isPlace = !flags.has('--from') || /^(0|[1-9][0-9]{0,14})$/.test(from ?? '')
  if (!keyId || more.length > 0 || unknown || !isPlace || !revocationReasons.includes(because as Because)) {
    console.error(`usage: npm run evidence:revoke -- <key> --because=${revocationReasons.join('|')} [--from=<place>]`)
    return 64
  }
  const asked = { keyId, because: because as Because, ...(from === undefined ? {} : { fromIndex: Number(from) }) }
  const revoked = await revokeKey({ actor: system, now: now(), requestId: newId() }, asked)
  if (!revoked.ok) {
    console.error(refusalWords(revoked.refusal))
    return 1
  }
  console.log(`${keyId} counts no longer from place ${revoked.value} of the log on.`)
  return 0
}
