import type { Check, CheckContext } from './check'
import { Finding } from './finding'

type Definition = Omit<Check, 'run'> & {
  /** Returns what holds, in words, when everything that must be true is; throws a Finding where it is not. */
  examine(context: CheckContext): Promise<string>
}

/** Makes a check out of its examination. Transport errors and the end of the run pass through to the runner (CS-06). */
export function defineCheck({ examine, ...check }: Definition): Check {
  return {
    ...check,
    run: async (context) => {
      try {
        return { result: 'PASS', reason: '', message: await examine(context) }
      } catch (error) {
        if (error instanceof Finding) return error.found
        throw error
      }
    },
  }
}
