import 'server-only'
import { db, type Tx } from './db'

class Refused extends Error {
  constructor(readonly answer: unknown) {
    super('a refusal rolls the transaction back')
  }
}

/**
 * Runs one act in one transaction. An answer that is a refusal (`ok: false`) rolls back whatever was written before it;
 * a throw rolls back and goes on upward. It may take `seconds` (30 where left out). A deadlock or a serialisation failure (40P01, 40001) is tried again, twice.
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>, tries = 3, seconds = 30): Promise<T> {
  try {
    return await db.$transaction(
      async (tx) => {
        const answer = await work(tx)
        if (isRefusal(answer)) throw new Refused(answer)
        return answer
      },
      { timeout: seconds * 1_000 },
    )
  } catch (error) {
    if (error instanceof Refused) return error.answer as T
    if (tries > 1 && isTransient(error)) return transaction(work, tries - 1, seconds)
    throw error
  }
}

function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false
}

function isTransient(error: unknown): boolean {
  return (
    /40001|40P01|deadlock detected|could not serialize|write conflict/i.test(String((error as Error)?.message)) ||
    (error as { code?: string })?.code === 'P2034'
  )
}
