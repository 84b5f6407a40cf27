import { readProgram } from '@/lib/assurance/evidence-log/read-log'

/** The stand-alone verifier, byte for byte as it stands in the program (EV-06). */
export async function GET(): Promise<Response> {
  return new Response(await readProgram('verify'), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="verify.mjs"',
      'cache-control': 'public, max-age=3600',
    },
  })
}
