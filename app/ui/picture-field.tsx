import { useCallback, useEffect, useRef, useState } from 'react'
import { pictureRefusalInWords } from '#app/http/picture-refusals.ts'
import { PICTURE_FORMATS, PICTURE_MEDIA_TYPE } from '#app/images/picture.ts'
import { FILE } from './field.tsx'
import { FieldFrame, type FieldWords, fieldAria } from './field-frame.tsx'
import { FilePreview } from './file-preview.tsx'
import { Icon } from './icon.tsx'
import { type Look, lookAtFile } from './look-at-file.ts'

const ACCEPTED = PICTURE_FORMATS.map((format) => PICTURE_MEDIA_TYPE[format]).join(',')

type Props = FieldWords & { onFile?: (file: File | null) => void }

/** A file field for one picture; with scripts it shows what was chosen, or says what the server would say, before it is sent. */
export function PictureField({ onFile, ...words }: Props) {
  const [chosen, setChosen] = useState<{ name: string; look: Look } | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const newest = useRef<File | null>(null)
  const tell = useRef(onFile)
  tell.current = onFile

  const choose = useCallback(async (file: File | null) => {
    newest.current = file
    tell.current?.(file)
    const look = file && (await lookAtFile(file))
    // Another may have been chosen while this one was looked at.
    if (newest.current === file) setChosen(file && look && { name: file.name, look })
  }, [])

  // Chosen before the script had come, when nobody heard of it.
  useEffect(() => {
    const early = field.current?.files?.[0]
    if (early) void choose(early)
  }, [choose])

  return (
    <FieldFrame words={words} after={<Chosen chosen={chosen} />}>
      <input
        ref={field}
        type="file"
        accept={ACCEPTED}
        className={FILE}
        onChange={({ currentTarget: { files } }) => choose(files?.[0] ?? null)}
        {...fieldAria(words)}
      />
    </FieldFrame>
  )
}

function Chosen({ chosen }: { chosen: { name: string; look: Look } | null }) {
  const refusal = chosen?.look.refusal
  return (
    <>
      {chosen?.look.preview && (
        <div className={`mt-3 w-40 ${refusal ? 'opacity-50 grayscale' : ''}`}>
          <FilePreview preview={chosen.look.preview} />
        </div>
      )}
      <p role="status" className="flex max-w-text gap-2 font-medium text-danger text-sm not-empty:mt-2">
        {chosen && refusal && (
          <>
            <Icon name="warning" className="mt-0.5" />
            <span>
              {chosen.name}: {pictureRefusalInWords(refusal).sentence}
            </span>
          </>
        )}
      </p>
    </>
  )
}
