import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { AreaPractice } from './practice'
import { findPracticesOfArea } from './practice-store'

/** Practices of an area with what they run and ran; empty where nothing is imported. Public. */
export async function listAreaPractices(_actor: Actor, areaCode: string): Promise<AreaPractice[]> {
  return /^[A-Z0-9]{3,6}$/.test(areaCode) ? findPracticesOfArea(db, areaCode) : []
}
