import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { answer } from '@/lib/comparison/optimiser/answer'
import type { PlanTask, ThreadWord } from './plan-task'

// A thread of its own, because the solver blocks the one it runs in (RUN-2). It knows no database and ends with its answer.
const { choice, question, limitSeconds, lastChanged, cancel } = workerData as PlanTask
// On Linux this lowers the thread alone: whoever reads a page goes first.
setPriority(constants.priority.PRIORITY_LOW)
const say = (word: ThreadWord) => parentPort?.postMessage(word)

try {
  const outcome = await answer(choice, question, {
    limitSeconds,
    lastChanged,
    onProgress: (progress) => say({ kind: 'progress', progress }),
    isCancelled: () => Atomics.load(cancel, 0) === 1,
  })
  say({ kind: 'outcome', outcome })
} catch (error) {
  // What the model cannot hold is an answer; everything else is a crash.
  if (!(error instanceof RangeError)) throw error
  say({ kind: 'refused', because: error.message })
}
