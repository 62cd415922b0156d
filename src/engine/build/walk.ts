// Every expression of a function's body, innermost first.
import binaryen from 'binaryen'

/** Fields of binaryen's descriptions that hold other expressions. What is a number or a name there in some kinds is left out for those. */
const CHILDREN = [
  'condition',
  'ifTrue',
  'ifFalse',
  'body',
  'value',
  'ptr',
  'left',
  'right',
  'dest',
  'source',
  'size',
  'target',
] as const
const LISTS = ['children', 'operands'] as const

/** Kinds that getExpressionInfo knows no fields of. */
const CHILDLESS = new Set<number>([binaryen.NopId, binaryen.UnreachableId])

export function walk(
  expression: binaryen.ExpressionRef,
  visit: (expression: binaryen.ExpressionRef, info: binaryen.ExpressionInfo) => void,
): void {
  if (!expression || CHILDLESS.has(binaryen.getExpressionId(expression))) return
  const info = binaryen.getExpressionInfo(expression)
  const fields = info as unknown as Readonly<Record<string, unknown>> // its kinds have different ones
  for (const name of CHILDREN) if (holdsExpression(info.id, name) && typeof fields[name] === 'number') walk(fields[name], visit)
  for (const name of LISTS) for (const child of (fields[name] ?? []) as readonly binaryen.ExpressionRef[]) walk(child, visit)
  visit(expression, info)
}

function holdsExpression(id: number, field: string): boolean {
  if (field === 'size') return id === binaryen.MemoryCopyId || id === binaryen.MemoryFillId
  if (field === 'target') return id === binaryen.CallIndirectId
  return field !== 'value' || id !== binaryen.ConstId
}
