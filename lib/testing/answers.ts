import type { Result } from '@/lib/platform/refusal'

/** What a command answered, in a word: `done`, or the kind of its refusal. */
export async function answer(result: Promise<Result<unknown>>): Promise<string> {
  const r = await result
  return r.ok ? 'done' : r.refusal.kind
}

/** What a command answered, with the reason where it gave one. */
export async function because(result: Promise<Result<unknown>>): Promise<string> {
  const r = await result
  if (r.ok) return 'done'
  if (r.refusal.kind === 'invalid') return Object.values(r.refusal.fields).flat().join('. ')
  return 'because' in r.refusal ? r.refusal.because : r.refusal.kind
}
