import { compareDays } from '@/lib/assurance/refresh/compare-days'
import { writeBulk } from '@/lib/assurance/register/bulk/write-bulk'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'

// One night's comparison, or one bulk export: prints how long it took and the most memory that it held.
const work = process.argv[2] === 'bulk' ? writeBulk : compareDays
const started = performance.now()
await work({ actor: system, now: now(), requestId: 'bench' })
const ms = performance.now() - started
const { user, system: kernel } = process.cpuUsage()
console.log(JSON.stringify({ ms, cpu: (user + kernel) / 1_000, megabytes: process.resourceUsage().maxRSS / 1_000 }))
await db.$disconnect()
process.exit(0)
