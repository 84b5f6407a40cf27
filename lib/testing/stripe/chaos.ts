/**
 * What goes wrong with one request: 429 and nothing done; 500 or a cut connection before anything is done; 500 or a cut
 * connection *after* it is done. `fail-after-kept` is Stripe's own way: the 500 is then what the same key is answered again.
 */
export type Fault = 'rate-limited' | 'fail-before' | 'cut-before' | 'fail-after' | 'fail-after-kept' | 'cut-after'

const all: Fault[] = ['rate-limited', 'fail-before', 'cut-before', 'fail-after', 'cut-after']

/** Faults in that share of requests, each kind alike. */
export function faultsFrom(random: () => number, share: number, kinds: Fault[] = all): () => Fault | undefined {
  return () => (random() < share ? kinds[Math.floor(random() * kinds.length)] : undefined)
}

/** The same things in an order that the seed decides. */
export function shuffled<T>(random: () => number, things: T[]): T[] {
  const mixed = [...things]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!]
  }
  return mixed
}
