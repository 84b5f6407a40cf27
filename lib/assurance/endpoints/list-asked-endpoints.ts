import 'server-only'
import { db } from '@/lib/platform/db'
import type { Endpoint } from './endpoint'
import { findAskedEndpoints } from './endpoint-store'

/** Endpoints whose supplier waits for the portal to look for the nonce: for the worker. */
export const listAskedEndpoints = (): Promise<Endpoint[]> => findAskedEndpoints(db)
