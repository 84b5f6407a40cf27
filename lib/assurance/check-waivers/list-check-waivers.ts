import 'server-only'
import { db } from '@/lib/platform/db'
import { findCheckWaivers } from './check-waiver-store'

/** Which checks two officers hold to be wrong, from when until when and why: anybody may read it (RG-03). */
export const listCheckWaivers = () => findCheckWaivers(db)
