import { Worker } from 'node:worker_threads'
import type { FilePart } from './file-part'
import { PartScanner, type PartTask } from './scan-part'

type Answer = { bytes: number } | { part: FilePart }
/** Reads the files of tasks in any order; the answers are in the order of the tasks. */
export type ReadParts = (tasks: PartTask[], progress: (bytes: number) => void) => Promise<FilePart[]>

/** So many threads (EN-07), or this thread where there is one. A thread that dies ends the run: there is no verdict. */
export function readPartsWith(threads: number, fingerprintKey: Uint8Array): ReadParts {
  if (threads <= 1) {
    const scanner = new PartScanner(fingerprintKey)
    return async (tasks, progress) => {
      const parts: FilePart[] = []
      for (const task of tasks) parts.push(await scanner.scan(task, progress))
      return parts
    }
  }
  return async (tasks, progress) => {
    const parts = new Array<FilePart>(tasks.length)
    let next = 0
    const work = async () => {
      const worker = startWorker(fingerprintKey)
      try {
        while (next < tasks.length) {
          const at = next++
          parts[at] = await ask(worker, tasks[at]!, progress)
        }
      } finally {
        await worker.terminate()
      }
    }
    await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, work))
    return parts
  }
}

const startWorker = (fingerprintKey: Uint8Array): Worker =>
  new Worker(new URL('scan-worker.mjs', import.meta.url), {
    workerData: { fingerprintKey },
    execArgv: [],
  })

function ask(worker: Worker, task: PartTask, progress: (bytes: number) => void): Promise<FilePart> {
  return new Promise((resolve, reject) => {
    const listen = (answer: Answer) => {
      if ('bytes' in answer) return progress(answer.bytes)
      settle()
      resolve(answer.part)
    }
    const fail = (reason: Error | number) => {
      settle()
      reject(reason instanceof Error ? reason : new Error(`A worker ended with ${reason} before its file was read`))
    }
    const settle = () => worker.off('message', listen).off('error', fail).off('exit', fail)
    worker.on('message', listen).on('error', fail).on('exit', fail)
    worker.postMessage(task)
  })
}
