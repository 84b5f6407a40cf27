import type { Engine } from './compare/comparison'
import { compareByReference } from './engines/reference-engine'
import type { Tool } from './report'
import { thisTool } from './tool'

export type EngineName = Tool['engine']

/** The engines of this release, each with what it calls itself in a report. All answer the same `Comparison` (EN-03). */
export const engines: Partial<Record<EngineName, { compare: Engine; tool: Tool }>> = {
  reference: { compare: compareByReference, tool: thisTool },
}

export const defaultEngine: EngineName = 'reference'
export const isEngineName = (name: string): name is EngineName => Object.hasOwn(engines, name)
