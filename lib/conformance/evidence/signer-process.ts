import { text } from 'node:stream/consumers'
import { doJob, type SignerJob } from './signer'

const job: SignerJob = JSON.parse(await text(process.stdin))
process.stdout.write(JSON.stringify(doJob(job, process.env.EVIDENCE_KEY_FILE!, process.env.EVIDENCE_NEXT_KEY_FILE)))
