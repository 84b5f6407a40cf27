/**
 * Does work four at a time, as a run may have four requests in flight. What is found first in the order given is thrown, whatever
 * came back first: a result never hangs on the speed of an answer.
 */
export async function inFours<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += 4) {
    const done = await Promise.allSettled(items.slice(at, at + 4).map(work))
    const failed = done.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
  }
}
