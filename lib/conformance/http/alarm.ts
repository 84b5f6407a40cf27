/**
 * Calls `ring` when the time is over, but looks at what has come in meanwhile first: a reader that kept this process busy must not
 * look like a server that kept it waiting.
 * @returns what stops it
 */
export function alarm(ms: number, ring: () => void): () => void {
  let last: NodeJS.Immediate | undefined
  const clock = setTimeout(() => {
    last = setImmediate(ring)
  }, ms)
  return () => {
    clearTimeout(clock)
    if (last) clearImmediate(last)
  }
}
