import { useEffect, useRef } from 'react'
import { Icon } from './icon.tsx'

/** A chosen file as it looks, before anything of it was sent; painted, so that no file is ever opened as a document. */
export function FilePreview({ preview }: { preview: ImageBitmap | null }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (preview) canvas.current?.getContext('2d')?.drawImage(preview, 0, 0)
  }, [preview])
  if (!preview) {
    return (
      <span className="flex aspect-4/3 w-full items-center justify-center bg-sunken text-quiet">
        <Icon name="picture" className="size-8!" />
      </span>
    )
  }
  return <canvas ref={canvas} width={preview.width} height={preview.height} className="block h-auto w-full" />
}
