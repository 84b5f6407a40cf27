import { inviteFirstCurator } from '@/lib/identity/invite-first-curator'
import { firstCuratorInput } from '@/lib/identity/person-schema'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { refusalWords } from '@/lib/platform/refusal-words'

/**
 * `npm run curator:invite -- <email> <full name> <name of the authority>`: begins a portal of one's own. Prints the link of the
 * invitation, which works once, for seven days; the letter bears it too.
 * @returns 0 invited, 1 refused, 64 wrong usage.
 */
export async function main(args: string[]): Promise<number> {
  const [email, name, authority] = args
  const input = firstCuratorInput.safeParse({ email, name, authority })
  if (!input.success || args.length !== 3) {
    for (const { message } of input.error?.issues ?? []) console.error(message)
    console.error('usage: npm run curator:invite -- <email> "<full name>" "<name of the authority>"')
    return 64
  }
  const invited = await inviteFirstCurator(
    { actor: system, now: now(), requestId: newId() },
    input.data,
    env().publicUrl,
  )
  if (!invited.ok) {
    console.error(refusalWords(invited.refusal))
    return 1
  }
  console.log(invited.value.link)
  return 0
}
