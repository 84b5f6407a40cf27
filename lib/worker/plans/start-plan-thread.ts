import 'server-only'
import { Worker } from 'node:worker_threads'
import type { Progress } from '@/lib/comparison/optimiser/answer'
import type { Outcome } from '@/lib/comparison/optimiser/choice'
import type { PlanTask, ThreadWord } from './plan-task'

/** RUN-5. The WebAssembly of the solver has its own memory beside this. */
const memoryMb = 512
/** How long a thread may take to hear that it is cancelled, before it is ended. */
const patienceMs = 1_000

export type PlanThread = {
  ended: Promise<{ kind: 'outcome'; outcome: Outcome } | { kind: 'refused'; because: string } | { kind: 'cancelled' }>
  /** Tells the solver to stop, and ends the thread a second later whatever it does (RUN-2). */
  cancel: () => void
}

/**
 * Starts a thread that solves one choice. `ended` rejects where the thread broke off; its error has the code
 * ERR_WORKER_OUT_OF_MEMORY where it needed more memory than it may have.
 */
export function startPlanThread(
  task: Omit<PlanTask, 'cancel'>,
  onProgress: (progress: Progress) => void,
  program: URL = new URL('./enter-thread.mjs', import.meta.url),
): PlanThread {
  const cancel = new Int32Array(new SharedArrayBuffer(4))
  const workerData: PlanTask = { ...task, cancel }
  const thread = new Worker(program, {
    workerData,
    execArgv: ['--conditions=react-server'],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    // No database, no key: it needs none.
    env: {},
  })
  let late: NodeJS.Timeout | undefined
  let last: Exclude<ThreadWord, { kind: 'progress' }> | undefined
  const isCancelled = () => Atomics.load(cancel, 0) === 1
  const ended = new Promise<Awaited<PlanThread['ended']>>((resolve, reject) => {
    thread.on('message', (word: ThreadWord) => {
      if (word.kind === 'progress') onProgress(word.progress)
      else last = word
    })
    thread.once('error', reject)
    thread.once('exit', (code) => {
      clearTimeout(late)
      if (isCancelled()) resolve({ kind: 'cancelled' })
      else if (last) resolve(last)
      else reject(new Error(`The thread of a plan ended with ${code}`))
    })
  })
  return {
    ended,
    cancel: () => {
      Atomics.store(cancel, 0, 1)
      late ??= setTimeout(() => void thread.terminate(), patienceMs)
    },
  }
}
