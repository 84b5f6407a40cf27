export {
  buildBegin,
  buildClose,
  buildContained,
  buildEnd,
  buildIndex,
  buildKey,
  buildOpen,
  buildReference,
  buildScalar,
} from './builder'
export { computeSeconds, firstOf, markAgains, runRound, second, setPatients } from './fingerprints'
export {
  alikeCount,
  comparePatient,
  groupByPatient,
  leftover,
  leftoverCount,
  markSharedOf,
  matched,
  material,
  setGroupRoom,
  sourceInGroup,
  targetInGroup,
} from './groups'
export { hashA, hashB, hashBytes, hashBytesA, setKey, typedId } from './hash'
export { registerKey } from './line'
export { setKeyRoom } from './open-keys'
export { exportRecords, exportRefs, importRecords, importRefs } from './parts'
export { addRename, clearRenames, uuids } from './references'
export {
  assignPatients,
  danglings,
  enterIds,
  find,
  findById,
  references,
  resolveAll,
  resolveShadow,
  setTwice,
  twiceCount,
} from './resolve'
export { clearSide, record, recordCount, refCount, reference, reserve } from './room'
export { attentionCount, beginFile, blankLines, lineNumber, rows, scan, setAttention, skipLine } from './scan'
export { setScratch } from './strings'
export { askFor, askForAll, typeCount, typeNameAt, typeNameLength, typeNumber } from './type-table'
