import { readProgram } from '@/lib/assurance/evidence-log/read-log'

/** The stand-alone witness, byte for byte as it stands in the program (EV-05). */
export async function GET(): Promise<Response> {
  return new Response(await readProgram('witness'), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="witness.mjs"',
      'cache-control': 'public, max-age=3600',
    },
  })
}
