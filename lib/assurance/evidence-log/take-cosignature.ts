import 'server-only'
import { openCosignature, witnessNameOf } from '@/lib/conformance/evidence/cosignature'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { mayTry } from './cosignature-rate'
import { findCheckpoint } from './log-store'
import { addCosignature, findWitnesses, type SeenBy } from './witness-store'

/** A checkpoint's text, an empty line, and one line of a witness. */
const form = /^([^\n]{1,200}\n(0|[1-9][0-9]{0,14})\n[A-Za-z0-9+/]{43}=\n)\n(— [^\n]{1,210})\n$/
/** A witness's clock may be so much ahead of ours. */
const aheadMs = 3_600_000

/**
 * Takes a witness's co-signature of a checkpoint in (EV-05): only of a witness that was named, under exactly the text of a
 * checkpoint that there is, and only where it verifies. The same again changes nothing. `too-many`: to be tried later.
 * @returns whether it is new.
 */
export async function takeCosignature(ctx: Context, note: string): Promise<Result<boolean> | 'too-many'> {
  const judged = await judge(ctx, note)
  if (!mayTry(judged.ok ? `witness ${judged.value.witness}` : 'refused', ctx.now)) return 'too-many'
  return judged.ok ? ok(await addCosignature(db, { ...judged.value, receivedAt: ctx.now })) : judged
}

async function judge(ctx: Context, note: string): Promise<Result<SeenBy & { size: number }>> {
  const [, text, length, line] = form.exec(note) ?? []
  const name = line === undefined ? undefined : witnessNameOf(line)
  if (!text || !line || !name) return invalidField('note', 'Send the text of a checkpoint and one line of a witness')
  const witness = (await findWitnesses(db)).find((one) => one.name === name)
  if (!witness) return refuse({ kind: 'forbidden', because: 'No witness of that name was named' })
  const size = Number(length)
  const checkpoint = await findCheckpoint(db, size)
  if (checkpoint?.size !== size) return refuse({ kind: 'not-found' })
  if (!checkpoint.note.startsWith(`${text}\n`))
    return refuse({ kind: 'conflict', because: 'The checkpoint of that size is another: keep yours, it is evidence' })
  const opened = openCosignature(text, line, witness)
  if (!opened) return refuse({ kind: 'forbidden', because: 'The line is not by that witness under this checkpoint' })
  const seenAt = new Date(opened.seconds * 1_000)
  if (!(seenAt.getTime() <= ctx.now.getTime() + aheadMs))
    return invalidField('note', 'The time of the co-signature lies in the future')
  return ok({ size, witness: name, line, seenAt })
}
