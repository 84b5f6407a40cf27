import { notFound } from 'next/navigation'
import { getRun } from '@/lib/assurance/runs/get-run'
import { junitOf } from '@/lib/conformance/report/junit'
import { suiteTable } from '@/lib/conformance/run/suite-table'
import { readContext } from '@/lib/identity/context'

/** What a run found as JUnit, for the supplier's own build server (CS-02). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await readContext()
  const run = await getRun(ctx, (await params).id)
  if (!run?.report) notFound()
  return new Response(junitOf(run.report, suiteTable), {
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename="run-${run.id}.xml"`,
      'cache-control': 'no-store',
    },
  })
}
