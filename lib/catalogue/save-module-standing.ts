import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { keepStanding, type Standing } from './standing-store'

/** Keeps a standing that assurance derived. Part of assurance's act; nobody types one. */
export const saveModuleStanding = (tx: Tx, standing: Standing): Promise<void> => keepStanding(tx, standing)
