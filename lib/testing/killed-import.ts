import { system } from '@/lib/platform/actor'
import { importFile } from '@/lib/platform/imports/import-file'
import { importerOf } from '@/lib/worker/imports/importers'
import { contextOf } from './context'
import { importFixture } from './import-fixture'

// A process of its own that is killed as an operating system kills, after its first rows are written and before they stand.
await importFile(
  contextOf(system),
  importerOf('commissioners')!,
  { name: 'commissioners-2026-01.csv', bytes: importFixture('commissioners-2026-01.csv') },
  {
    report: ({ written }) => {
      if (written > 0) process.kill(process.pid, 'SIGKILL')
    },
  },
)
