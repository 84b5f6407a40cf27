import type { Engine } from './compare/comparison'
import { compareByReference } from './engines/reference-engine'
import { compareByKernel } from './kernel/wasm-engine'
import type { Tool } from './report'
import { kernelTool, thisTool } from './tool'

export type EngineName = Tool['engine']

/** The engines of this release, each with what it calls itself in a report. All answer the same `Comparison` (EN-03). */
export const engines: Record<EngineName, { compare: Engine; tool: Tool }> = {
  wasm: { compare: compareByKernel, tool: kernelTool },
  reference: { compare: compareByReference, tool: thisTool },
}

export const defaultEngine: EngineName = 'wasm'
export const isEngineName = (name: string): name is EngineName => Object.hasOwn(engines, name)
