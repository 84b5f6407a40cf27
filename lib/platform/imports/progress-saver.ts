import { db } from '../db'
import { saveProgress } from './import-run-store'
import type { ReportProgress } from './importer'

/** Saves the progress of a run outside its transaction (IMP-6). A lost figure harms nobody: the next one comes. */
export function progressSaver(id: string): ReportProgress {
  return (progress) => saveProgress(db, id, progress)
}
