import { notFound } from 'next/navigation'
import { getRun } from '@/lib/assurance/runs/get-run'
import { readContext } from '@/lib/identity/context'

/** What a run found, as the command line writes it too (CS-02). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await readContext()
  const run = await getRun(ctx, (await params).id)
  if (!run?.report) notFound()
  return new Response(JSON.stringify(run.report, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="run-${run.id}.json"`,
      'cache-control': 'no-store',
    },
  })
}
