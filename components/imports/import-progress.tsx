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
  const done = data.state === 'uploaded' ? data.checked : data.written
  return (
    <>
      <ProgressBar label={data.state === 'uploaded' ? 'Checked' : 'Written'} done={done} total={data.total} />
      <p>
        <a href={`/admin/imports/${run.id}`}>Show how far it is now</a>
      </p>
    </>
  )
}
