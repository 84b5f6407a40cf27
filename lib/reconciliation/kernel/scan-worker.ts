import { parentPort, workerData } from 'node:worker_threads'
import { PartScanner, type PartTask } from './scan-part'

/** A thread that reads one file after the other (EN-07). It is told a task, answers bytes read and, at the end, the part. */
const port = parentPort!
const scanner = new PartScanner((workerData as { fingerprintKey: Uint8Array }).fingerprintKey)

port.on('message', async (task: PartTask) => {
  const part = await scanner.scan(task, (bytes) => port.postMessage({ bytes }))
  port.postMessage({ part }, [part.records.buffer as ArrayBuffer, part.refs.buffer as ArrayBuffer])
})
