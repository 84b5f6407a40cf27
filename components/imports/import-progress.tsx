'use client'

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ProgressBar } from '@/components/ui/progress-bar'
import { isUnderWay } from '@/lib/platform/imports/import-run'
import { importProgress, type RunProgress } from './queries'

/** The live progress of an import; without script the link shows the page again as it then stands. */
export function ImportProgress({ run }: { run: RunProgress }) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <LiveProgress key={run.state} run={run} />
    </QueryClientProvider>
  )
}

function LiveProgress({ run }: { run: RunProgress }) {
  const router = useRouter()
  const { data } = useQuery(importProgress(run))
  const ended = !isUnderWay(data)
  useEffect(() => {
    if (ended) router.refresh()
  }, [ended, router])
  // While it is applied it is checked once more, against what stands by then: half the way each.
  const applying = data.state === 'applying'
  const done = applying ? Math.floor((data.checked + data.written) / 2) : data.checked
  return (
    <>
      <ProgressBar label={applying ? 'Checked again and written' : 'Checked'} done={done} total={data.total} />
      <p>
        <a href={`/admin/imports/${run.id}`}>Show how far it is now</a>
      </p>
    </>
  )
}
