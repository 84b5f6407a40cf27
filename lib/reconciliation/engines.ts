import type { Engine } from './compare/comparison'
import { compareByReference } from './engines/reference-engine'
import { kernelSha256 } from './kernel/kernel-program'
import { compareByKernel } from './kernel/wasm-engine'
import type { Tool } from './report'
import { thisTool } from './tool'

export type EngineName = Tool['engine']

/** The engines of this release, each with what it calls itself in a report. All answer the same `Comparison` (EN-03). */
export const engines: Record<EngineName, { compare: Engine; tool: Tool }> = {
  wasm: { compare: compareByKernel, tool: { ...thisTool, engine: 'wasm', wasmSha256: kernelSha256 } },
  reference: { compare: compareByReference, tool: thisTool },
}

export const defaultEngine: EngineName = 'wasm'
export const isEngineName = (name: string): name is EngineName => Object.hasOwn(engines, name)
