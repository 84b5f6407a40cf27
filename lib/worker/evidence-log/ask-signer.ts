import 'server-only'
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { SignerAnswer, SignerJob } from '@/lib/conformance/evidence/signer'

/** How long the signer may take for one job. */
const patienceMs = 30_000

/** Lets the signer's own process sign: it gets the places of the keys and nothing else of this process's environment (CS-01). */
export async function askSigner(job: SignerJob, keyFile: string, nextFile = keyFile): Promise<SignerAnswer> {
  const entry = ['--conditions=react-server', '--import', 'tsx', 'lib/conformance/evidence/signer-process.ts']
  const signer = spawn(process.execPath, entry, {
    env: { NODE_ENV: process.env.NODE_ENV, EVIDENCE_KEY_FILE: keyFile, EVIDENCE_NEXT_KEY_FILE: nextFile },
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: patienceMs,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<number | null>((resolve, reject) => signer.once('close', resolve).once('error', reject))
  signer.stdin.on('error', () => undefined)
  signer.stdin.end(JSON.stringify(job))
  const [answer, complaint, code] = await Promise.all([text(signer.stdout), text(signer.stderr), ended])
  if (code !== 0) throw new Error(`The signer ended with ${code}: ${complaint.slice(0, 500)}`)
  return JSON.parse(answer)
}
