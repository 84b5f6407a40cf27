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

/** What a command gave that must not be refused; takes the answer or the promise of it. @throws the refusal, as JSON. */
export function value<T>(result: Result<T>): T
export function value<T>(result: Promise<Result<T>>): Promise<T>
export function value<T>(result: Result<T> | Promise<Result<T>>): T | Promise<T> {
  if (result instanceof Promise) return result.then((answer) => value(answer))
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
