import type { Drawing } from './drawing.ts'

/** The same drawing with left and right changed over, as people hand in what they found somewhere. */
export function mirroredDrawing(drawing: Drawing): Drawing {
  const [, , across = 0] = (/viewBox="([^"]*)"/.exec(drawing.svg)?.[1] ?? '').split(' ').map(Number)
  const open = drawing.svg.indexOf('>') + 1
  const [head, content] = [drawing.svg.slice(0, open), drawing.svg.slice(open, -'</svg>'.length)]
  return { ...drawing, svg: `${head}<g transform="matrix(-1 0 0 1 ${across} 0)">${content}</g></svg>` }
}
