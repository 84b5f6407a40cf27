import { redirect } from 'next/navigation'
import type { ZodType } from 'zod'
import { requireContext } from '@/lib/identity/context'
import type { Context } from '@/lib/platform/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import type { Result } from '@/lib/platform/refusal'

type Command<T> = (ctx: Context, input: T) => Promise<Result<{ id: string }>>

/** What every action of a switch does: parse, one command, back to the page with the words of what was done. */
export async function act<T>(input: ZodType<T>, command: Command<T>, form: FormData, done: string): Promise<FormState> {
  const ctx = await requireContext()
  const parsed = input.safeParse(Object.fromEntries(form))
  if (!parsed.success) return invalid(parsed.error, form)
  const result = await command(ctx, parsed.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/switches/${result.value.id}?done=${done}`)
}
